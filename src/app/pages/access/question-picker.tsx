import { ChevronDown } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import styles from './question.module.css'

type QuestionPickerProps = {
  /** What is chosen: "Product or permission". */
  label: string
  value: string
  onOpen: () => void
}

/** A part of the question: a button with the choice, which opens a list to search in. */
export function QuestionPicker({ label, value, onOpen }: QuestionPickerProps) {
  return (
    <button
      type="button"
      className={styles.choice}
      aria-haspopup="dialog"
      aria-label={`${label}: ${value}`}
      title={value}
      onClick={onOpen}
    >
      <span>{value}</span>
      <Icon of={ChevronDown} />
    </button>
  )
}

import { ChevronRight } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import styles from './disclosure.module.css'
import { useIsPrinted } from '#app/ui/use-is-printed.ts'
import { useHistoryState } from './use-history-state.ts'

type DisclosureProps = {
  /** Unique on the page: whether it is open stays with the page's entry in the history. */
  name: string
  summary: ReactNode
  /** Beside the summary, and not a part of the button. */
  actions?: ReactNode
  /** The summary is a heading of this level. */
  headingLevel?: 3 | 4
  isOpenAtFirst?: boolean
  /** Rendered only while it is open. */
  children: () => ReactNode
}

/** A line that opens what is below it. */
export function Disclosure({ name, summary, actions, headingLevel, isOpenAtFirst = false, children }: DisclosureProps) {
  const id = useId()
  const [isOpened, setIsOpen] = useHistoryState(name, isOpenAtFirst)
  // On paper a list is unfolded; what a line of it opens stays as it is.
  const isListPrinted = useIsPrinted() && headingLevel !== undefined
  const isOpen = isOpened || isListPrinted
  const button = (
    <button
      type="button"
      className={styles.button}
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={() => setIsOpen(!isOpen)}
    >
      <Icon of={ChevronRight} />
      <span className={styles.summary}>{summary}</span>
    </button>
  )
  const Heading = headingLevel === 4 ? 'h4' : 'h3'
  return (
    <div className={styles.disclosure}>
      <div className={styles.line}>
        {headingLevel ? <Heading className={styles.heading}>{button}</Heading> : button}
        {actions && <div className={`flush ${styles.actions}`}>{actions}</div>}
      </div>
      {isOpen && (
        <div id={id} className={styles.content}>
          {children()}
        </div>
      )}
    </div>
  )
}

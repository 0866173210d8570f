import { Eye, EyeOff } from 'lucide-react'
import { useId, type Ref } from 'react'
import { Icon } from './icon.tsx'
import { Button } from './button.tsx'
import styles from './secret-field.module.css'

type SecretFieldProps = {
  label: string
  value: string
  isShown: boolean
  onToggle: (isShown: boolean) => void
  inputRef?: Ref<HTMLTextAreaElement>
}

/** A fixed number of dots, which does not reveal the length of the secret. */
const DOTS = '•'.repeat(32)

/**
 * A read-only field of two lines, so that the whole secret is visible. Its value is in the document only while shown.
 */
export function SecretField({ label, value, isShown, onToggle, inputRef }: SecretFieldProps) {
  const id = useId()
  return (
    <div className={`stack ${styles.field}`}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box}>
        <textarea
          ref={inputRef}
          id={id}
          readOnly
          rows={2}
          value={isShown ? value : DOTS}
          spellCheck={false}
          autoComplete="off"
          onFocus={(event) => isShown && event.target.select()}
        />
        <Button
          tone="quiet"
          icon={isShown ? <Icon of={EyeOff} /> : <Icon of={Eye} />}
          onClick={() => onToggle(!isShown)}
        >
          {isShown ? 'Hide secret' : 'Show secret'}
        </Button>
      </div>
    </div>
  )
}

import { Search, X } from 'lucide-react'
import { useId } from 'react'
import { Icon } from './icon.tsx'
import { passFocus } from './pass-focus.ts'
import styles from './field.module.css'

type SearchFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  /** The key that focuses the box from anywhere on the page. */
  shortcut?: string
  /** In a dialog: it has the focus first. */
  autofocus?: boolean
}

/** A search box. Esc empties it; in an empty box Esc keeps its other meanings, such as closing a dialog. */
export function SearchField({ label, value, onChange, onBlur, placeholder, shortcut, autofocus }: SearchFieldProps) {
  const id = useId()
  return (
    <div className={styles.search}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <Icon of={Search} />
      <input
        id={id}
        type="search"
        className={styles.input}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        aria-keyshortcuts={shortcut}
        spellCheck={false}
        data-autofocus={autofocus || undefined}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          event.stopPropagation()
          onChange('')
        }}
      />
      {value && (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={({ currentTarget }) => {
            passFocus(currentTarget, { within: `.${styles.search}`, otherwise: 'input' })
            onChange('')
          }}
        >
          <Icon of={X} />
        </button>
      )}
    </div>
  )
}

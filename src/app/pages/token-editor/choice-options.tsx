import { memo } from 'react'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { plural } from '#domain/text/plural.ts'
import styles from './token-editor.module.css'

export type Choice = { value: string; label: string }

type ChoiceOptionsProps = {
  label: string
  noun: string
  options: Choice[]
  query: string
  chosen: string[]
  onChange: (chosen: string[]) => void
}

/** The options whose label has the text, in any case. */
export const matching = (options: Choice[], text: string): Choice[] => {
  const wanted = text.trim().toLowerCase()
  return options.filter(({ label }) => label.toLowerCase().includes(wanted))
}

/** What the API lists, to tick. Memoised: a key in the field must not wait for the rows. */
export const ChoiceOptions = memo(function ChoiceOptions(props: ChoiceOptionsProps) {
  const { label, noun, options, query, chosen, onChange } = props
  const isChosen = new Set(chosen)
  const shown = matching(options, query)
  if (shown.length === 0) {
    return /[\s,;]/.test(query.trim()) ? null : (
      <p className="quiet">
        No {plural(noun)} match “{query.trim()}”.
      </p>
    )
  }
  return (
    <ul className={styles.choiceList} aria-label={label}>
      {shown.map(({ value, label }) => (
        <li key={value}>
          <Checkbox
            label={label}
            title={value}
            checked={isChosen.has(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
        </li>
      ))}
    </ul>
  )
})

import { useState } from 'react'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { fold } from '#domain/text/fold.ts'
import type { FacetValue } from './facet-values.ts'
import styles from './filters.module.css'

type FacetFieldProps = {
  label: string
  values: FacetValue[]
  chosen: string[]
  onToggle: (value: string) => void
}

/** More values than this get a search of their own. */
const FEW = 8
/** As many as one scrolls through; the rest is a search away. */
const MOST = 40

/** One filter: its values as ticks, chosen ones first where there are many. */
export function FacetField({ label, values, chosen, onToggle }: FacetFieldProps) {
  const [query, setQuery] = useState('')
  const isLong = values.length > FEW
  const words = fold(query).split(/\s+/).filter(Boolean)
  const matching = values.filter((value) => words.every((word) => fold(value.label).includes(word)))
  const ordered = isLong
    ? matching.toSorted((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)))
    : matching
  const hidden = ordered.length - MOST

  return (
    <fieldset className={styles.facet}>
      <legend>{label}</legend>
      {isLong && (
        <SearchField
          label={`Find under ${label}`}
          placeholder={`Find among ${values.length}`}
          value={query}
          onChange={setQuery}
        />
      )}
      <div className={styles.values} data-long={isLong || undefined}>
        {ordered.slice(0, MOST).map(({ value, label: name, count }) => (
          <Checkbox
            key={value}
            label={
              <span className={styles.value}>
                <span>{name}</span> <span className={styles.count}>{count}</span>
              </span>
            }
            checked={chosen.includes(value)}
            disabled={count === 0 && !chosen.includes(value)}
            onChange={() => onToggle(value)}
          />
        ))}
        {hidden > 0 && <p className={styles.rest}>{hidden} more: search for them</p>}
        {values.length === 0 && <p className={styles.rest}>None</p>}
        {values.length > 0 && ordered.length === 0 && <p className={styles.rest}>Nothing found</p>}
      </div>
    </fieldset>
  )
}

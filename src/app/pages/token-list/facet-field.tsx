import { memo, useState } from 'react'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { useStable } from '#app/ui/use-stable.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import type { FacetName } from '#domain/inventory/facets.ts'
import { FACET_LABELS, readFilters } from '#domain/inventory/filters.ts'
import { groupsFound } from '#domain/inventory/query.ts'
import { fold } from '#domain/text/fold.ts'
import { facetValues, totalValues } from './facet-values.ts'
import styles from './filters.module.css'

type FacetFieldProps = {
  facet: FacetName
  /** What is chosen, as the address holds it. */
  written: string
  /** How many tokens there would be with each value. */
  counts: ReadonlyMap<string, number>
  index: InventoryIndex
  zoneNames: ReadonlyMap<string, string>
  onToggle: (facet: FacetName, value: string) => void
}

const NONE = new Set<string>()

/** More values than this get a search of their own. */
const FEW = 8
/** As many as one scrolls through; the rest is a search away. */
const MOST = 20

/** One filter: its values as ticks, chosen ones first where there are many. It is drawn anew for its own ticks alone. */
export const FacetField = memo(function FacetField(props: FacetFieldProps) {
  const { facet, written, counts, index, zoneNames, onToggle } = props
  const [query, setQuery] = useState('')
  const toggle = useStable((value: string) => onToggle(facet, value))
  const label = FACET_LABELS[facet]
  const chosen = readFilters({ [facet]: written })[facet]
  const values = facetValues(facet, chosen, counts, index, zoneNames)
  // The field keeps its form whatever narrows the tokens.
  const isLong = totalValues(facet, index) > FEW
  const words = fold(query).split(/\s+/).filter(Boolean)
  const named = facet === 'group' || facet === 'denied' ? groupsFound(index, query) : NONE
  const matching = values.filter(
    ({ value, label: name }) => named.has(value) || words.every((word) => fold(name).includes(word)),
  )
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
          <FacetChoice
            key={value}
            value={value}
            label={name}
            isDenial={facet === 'denied'}
            count={count}
            isChosen={chosen.includes(value)}
            onToggle={toggle}
          />
        ))}
        {hidden > 0 && <p className={styles.rest}>{hidden} more: search for them</p>}
        {values.length === 0 && <p className={styles.rest}>None</p>}
        {values.length > 0 && ordered.length === 0 && <p className={styles.rest}>Nothing found</p>}
      </div>
    </fieldset>
  )
})

type FacetChoiceProps = {
  value: string
  label: string
  /** Its name says so: the same permission is a choice of two filters. */
  isDenial: boolean
  count: number
  isChosen: boolean
  onToggle: (value: string) => void
}

/** Measured: a hundred ticks drawn anew for the one that changed were half of a click's time. */
const FacetChoice = memo(function FacetChoice({ value, label, isDenial, count, isChosen, onToggle }: FacetChoiceProps) {
  return (
    <Checkbox
      label={
        <span className={styles.value}>
          <span>
            {isDenial && <span className="visually-hidden">Denied: </span>}
            {label}
          </span>{' '}
          <span className={styles.count}>{count}</span>
        </span>
      }
      checked={isChosen}
      disabled={count === 0 && !isChosen}
      onChange={() => onToggle(value)}
    />
  )
})

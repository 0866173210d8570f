import { memo, useCallback, useState } from 'react'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import type { FacetName } from '#domain/inventory/facet-names.ts'
import { countValues, FACET, facetValueLabel } from '#domain/inventory/facets.ts'
import { readValues, toggleValue } from '#domain/inventory/filters.ts'
import { groupsFound } from '#domain/inventory/query.ts'
import { fold } from '#domain/text/fold.ts'
import styles from './filters.module.css'
import type { ListSearch } from './list-search.ts'

type FacetFieldProps = {
  facet: FacetName
  /** The chosen values, as the address holds them. */
  written: string
  /** How many tokens there would be with each value. */
  counts: ReadonlyMap<string, number>
  index: InventoryIndex
  zoneNames: ReadonlyMap<string, string>
  onChange: (change: Partial<ListSearch>) => void
}

const NONE = new Set<string>()

/** More values than this get a search box of their own. */
const FEW = 8
/** As many as one scrolls through; the rest is found by searching. */
const MOST = 20

/** One filter: its values as checkboxes, chosen ones first where there are many. */
export const FacetField = memo(function FacetField(props: FacetFieldProps) {
  const { facet, written, index, onChange } = props
  const [query, setQuery] = useState('')
  const toggle = useCallback(
    (value: string) => onChange({ [facet]: toggleValue(facet, written, value) }),
    [onChange, facet, written],
  )
  const definition = FACET[facet]
  const { label } = definition
  const permission = definition.kind === 'term' ? definition.permission : undefined
  const chosen = readValues(facet, written)
  const values = facetValues(props, chosen)
  // The field keeps its form whatever narrows the tokens.
  const isLong = countValues(facet, index) > FEW
  const words = fold(query).split(/\s+/).filter(Boolean)
  const named = permission ? groupsFound(index, query) : NONE
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
            isDenial={permission === 'denied'}
            count={count}
            isChosen={chosen.includes(value)}
            onToggle={toggle}
          />
        ))}
        {hidden > 0 && <p className="quiet">{hidden} more: search for them</p>}
        {values.length === 0 && <p className="quiet">None</p>}
        {values.length > 0 && ordered.length === 0 && <p className="quiet">Nothing found</p>}
      </div>
    </fieldset>
  )
})

/** The values of a fixed filter in their order, those that come from the tokens by how many there are. */
function facetValues({ facet, counts, index, zoneNames }: FacetFieldProps, chosen: string[]) {
  const definition = FACET[facet]
  const toValue = (value: string) => ({
    value,
    label: facetValueLabel(facet, value, { index, zoneNames }),
    count: counts.get(value) ?? 0,
  })
  if (definition.kind === 'fixed') return Object.keys(definition.labels).map(toValue)
  const values = new Set([...counts.keys(), ...chosen])
  return [...values].map(toValue).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

type FacetChoiceProps = {
  value: string
  label: string
  /** Its name says so: the same permission is a value of two filters. */
  isDenial: boolean
  count: number
  isChosen: boolean
  onToggle: (value: string) => void
}

/** Rendering a hundred checkboxes for the one that changed took half of a click's time. */
const FacetChoice = memo(function FacetChoice({ value, label, isDenial, count, isChosen, onToggle }: FacetChoiceProps) {
  return (
    <Checkbox
      label={
        <span className={styles.value}>
          <span>
            {isDenial && <span className="visually-hidden">Denied: </span>}
            {label}
          </span>{' '}
          <span className="quiet">{count}</span>
        </span>
      }
      checked={isChosen}
      disabled={count === 0 && !isChosen}
      onChange={() => onToggle(value)}
    />
  )
})

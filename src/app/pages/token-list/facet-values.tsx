import { useState, type KeyboardEvent } from 'react'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SEVERITIES } from '#domain/findings/finding.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import type { FacetName } from '#domain/inventory/facet-names.ts'
import { FACET, facetValueLabel, NO_FINDINGS } from '#domain/inventory/facets.ts'
import { readValues, toggleValue } from '#domain/inventory/filters.ts'
import { groupsFound } from '#domain/inventory/query.ts'
import { fold } from '#domain/text/fold.ts'
import { grouped } from '#domain/text/plural.ts'
import styles from './filters.module.css'
import type { ListSearch } from './list-search.ts'

type FacetValuesProps = {
  facet: FacetName
  /** The chosen values, as the address holds them. */
  written: string
  /** How many tokens there would be with each value. */
  counts: ReadonlyMap<string, number>
  /** The counts are those of fewer tokens, and not shown. */
  isUncertain: boolean
  /** Some tokens are there to have values. */
  isLoaded: boolean
  index: InventoryIndex
  zoneNames: ReadonlyMap<string, string>
  ruleTitles: ReadonlyMap<string, string> | undefined
  onChange: (change: Partial<ListSearch>) => void
  /** The left arrow key. */
  onLeave: () => void
}

const NONE = new Set<string>()

/** More values than this get a search box of their own. */
const FEW = 8
/** As many as one scrolls through; the rest is found by searching. */
const MOST = 50

/** The values of one filter as checkboxes: chosen ones first where there are many, and none that would find nothing. */
export function FacetValues(props: FacetValuesProps) {
  const { facet, written, onChange, onLeave } = props
  const [query, setQuery] = useState('')
  // Those chosen when it opened come first, so that none moves when it is ticked.
  const [first] = useState(() => new Set(readValues(facet, written)))
  const definition = FACET[facet]
  const permission = definition.kind === 'term' ? definition.permission : undefined
  const chosen = readValues(facet, written)
  const values = facetValues(props, [...first, ...chosen])
  const isLong = values.length > FEW
  const words = fold(query).split(/\s+/).filter(Boolean)
  const named = permission ? groupsFound(props.index, query) : NONE
  const matching = values.filter(
    ({ value, label }) => named.has(value) || words.every((word) => fold(label).includes(word)),
  )
  const ordered =
    definition.kind === 'fixed'
      ? matching
      : matching.toSorted((a, b) => Number(first.has(b.value)) - Number(first.has(a.value)))
  const hidden = ordered.length - MOST

  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const inputs = [...event.currentTarget.querySelectorAll('input')]
    const at = inputs.findIndex((input) => input === event.target)
    if (event.key === 'ArrowLeft' && event.target instanceof HTMLInputElement && event.target.type === 'checkbox') {
      onLeave()
    } else {
      const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
      if (next === undefined || at === -1) return
      inputs[next]?.focus()
    }
    event.preventDefault()
  }

  return (
    <fieldset className={styles.facet} onKeyDown={onKey}>
      <legend className="quiet">{definition.label}</legend>
      {(isLong || query !== '') && (
        <div className={styles.find}>
          <SearchField
            label={`Find in ${definition.label}`}
            placeholder={`Find in ${grouped(values.length)}`}
            value={query}
            onChange={setQuery}
          />
        </div>
      )}
      <div className={styles.values}>
        {ordered.slice(0, MOST).map(({ value, label, count }) => (
          <FacetChoice
            key={value}
            label={label}
            isDenial={permission === 'denied'}
            count={props.isUncertain ? null : count}
            isChosen={chosen.includes(value)}
            onToggle={() => onChange({ [facet]: toggleValue(facet, written, value) })}
          />
        ))}
        {hidden > 0 && <p className={`quiet ${styles.none}`}>{grouped(hidden)} more. Search to find them.</p>}
        {ordered.length === 0 && (
          <p className={`quiet ${styles.none}`}>
            {!props.isLoaded ? 'No tokens loaded yet' : values.length === 0 ? 'No tokens have one' : 'No results'}
          </p>
        )}
      </div>
    </fieldset>
  )
}

/** The values of a fixed filter in their order, those that come from the tokens by how many there are. */
function facetValues({ facet, counts, index, zoneNames, ruleTitles }: FacetValuesProps, always: string[]) {
  const definition = FACET[facet]
  const toValue = (value: string) => ({
    value,
    label: facetValueLabel(facet, value, { index, zoneNames, ruleTitles }),
    count: counts.get(value) ?? 0,
  })
  if (definition.kind === 'fixed') {
    return Object.keys(definition.labels)
      .map(toValue)
      .filter(({ value, count }) => count > 0 || always.includes(value))
  }
  const values = new Set([...counts.keys(), ...always])
  return [...values]
    .map(toValue)
    .sort((a, b) => firstOf(facet, a.value, b.value) || b.count - a.count || (a.label < b.label ? -1 : 1))
}

/** Severities come before the rules, the most urgent first. */
function firstOf(facet: FacetName, a: string, b: string): number {
  if (facet !== 'finding') return 0
  const [rankA, rankB] = [a, b].map((value) => RANKS.get(value) ?? RANKS.size)
  return (rankA ?? 0) - (rankB ?? 0)
}

const RANKS = new Map<string, number>([...SEVERITIES, NO_FINDINGS].map((value, rank) => [value, rank]))

type FacetChoiceProps = {
  label: string
  /** Its name says so: the same permission is a value of two filters. */
  isDenial: boolean
  /** `null` while it is not known. */
  count: number | null
  isChosen: boolean
  onToggle: () => void
}

function FacetChoice({ label, isDenial, count, isChosen, onToggle }: FacetChoiceProps) {
  return (
    <Checkbox
      label={
        <span className={styles.value} title={label}>
          <span>
            {isDenial && <span className="visually-hidden">Denied: </span>}
            {label}
          </span>{' '}
          {count !== null && <span className="quiet">{grouped(count)}</span>}
        </span>
      }
      checked={isChosen}
      onChange={onToggle}
    />
  )
}

import { useId, useState, type ReactNode } from 'react'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { Button } from '#app/ui/button.tsx'
import { compareRows } from '#domain/reach/compare-rows.ts'
import type { Share } from '#domain/reach/compare.ts'
import { LEVEL_LABELS } from '#domain/reach/level-labels.ts'
import { placesWords } from '#domain/reach/place-words.ts'
import { grouped } from '#domain/text/plural.ts'
import styles from './compare.module.css'

type CompareListProps = {
  title: ReactNode
  label: string
  shares: Share[]
  accountId: string
  zoneNames: ReadonlyMap<string, string>
}

/** So many rows before the rest is a click away. */
const FEW = 12
/** So many zones are named. */
const NAMED = 3

/** One part of a comparison: permission groups, and where they apply. */
export function CompareList({ title, label, shares, accountId, zoneNames }: CompareListProps) {
  const id = useId()
  const [isWhole, setIsWhole] = useState(false)
  const rows = compareRows(shares)
  const shown = isWhole || rows.length <= FEW + 1 ? rows : rows.slice(0, FEW)
  return (
    <div className="flush">
      <h3 id={id}>
        {title} <span className="quiet">{grouped(rows.length)}</span>
      </h3>
      {rows.length === 0 ? (
        <p className={styles.none}>Nothing</p>
      ) : (
        <ul aria-label={label}>
          {shown.map(({ key, name, level, shares: places, isSure }) => (
            <li key={key}>
              <LevelMark level={level} />
              <span className="visually-hidden">{LEVEL_LABELS[level]}: </span>
              <span>
                <b>{name}</b>
                {!isSure && ' (effect not known)'}{' '}
                <span className="quiet">{whereWords(places, accountId, zoneNames)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {rows.length > FEW + 1 && (
        <Button size="small" tone="quiet" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${grouped(rows.length)}`}
        </Button>
      )}
    </div>
  )
}

/** "2 zones: example.com, example.org". */
function whereWords(shares: Share[], accountId: string, zoneNames: ReadonlyMap<string, string>): string {
  const words = placesWords(shares, accountId)
  const places = shares.flatMap(({ place, except }) => (place.kind === 'one' ? [place] : except))
  const names = places.flatMap(({ target }) => (target.kind === 'one' ? (zoneNames.get(target.id) ?? []) : []))
  return names.length === places.length && names.length > 0 && names.length <= NAMED
    ? `${words}: ${names.join(', ')}`
    : words
}

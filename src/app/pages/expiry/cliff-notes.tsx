import { CliffNumber } from '#app/parts/expiry/cliff-number.tsx'
import { Button } from '#app/ui/button.tsx'
import type { Cliff } from '#domain/expiry/cliffs.ts'
import type { Token } from '#domain/token/token.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { dateOf, keyOf } from '#app/parts/expiry/periods.ts'
import styles from './chart.module.css'

type CliffNotesProps = {
  cliffs: Cliff[]
  never: Token[]
  /** How many of these may change something; `null` while that is not known. */
  changing: number | null
  isReadOnly: boolean
  onShow: (cliff: Cliff | 'never') => void
  onChange: (change: ExpiryChange) => void
}

/** A change of many tokens, to be previewed. */
export type ExpiryChange = { kind: 'spread' | 'expiry'; tokens: Token[] }

/** What ends together, in a sentence each. */
export function CliffNotes({ cliffs, never, changing, isReadOnly, onShow, onChange }: CliffNotesProps) {
  if (cliffs.length === 0 && never.length === 0) return null
  return (
    <ol className={styles.cliffs} aria-label="What to know">
      {cliffs.map((cliff, index) => {
        const { week, day } = cliff
        const inUse = week.endings.filter((ending) => ending.isInUse).length
        const key = keyOf(week.start)
        return (
          <li key={key}>
            <CliffNumber>{index + 1}</CliffNumber>
            <p>
              <b>{count(week.endings.length, 'token')}</b> expire in the week of {dateOf(week.start)}, {grouped(inUse)}{' '}
              in use.
              {day.count < week.endings.length && ` ${grouped(day.count)} of them on ${dateOf(day.start)}.`}
              {day.count === week.endings.length && ` All of them on ${dateOf(day.start)}.`}
            </p>
            <Button size="small" aria-label={`Show the tokens of cliff ${index + 1}`} onClick={() => onShow(cliff)}>
              Show
            </Button>
            {!isReadOnly && (
              <Button
                size="small"
                aria-label={`Spread cliff ${index + 1}…`}
                onClick={() => onChange({ kind: 'spread', tokens: week.endings.map(({ token }) => token) })}
              >
                Spread…
              </Button>
            )}
          </li>
        )
      })}
      {never.length > 0 && (
        <li>
          <CliffNumber>∞</CliffNumber>
          <p>
            <b>{count(never.length, 'token')}</b> never {never.length === 1 ? 'expires' : 'expire'}
            {changing !== null && changing > 0 && (
              <>, and {never.length === 1 ? 'it' : `${grouped(changing)} of them`} can change things</>
            )}
            .
          </p>
          <Button size="small" aria-label="Show the tokens that never expire" onClick={() => onShow('never')}>
            Show
          </Button>
          {!isReadOnly && (
            <Button size="small" onClick={() => onChange({ kind: 'expiry', tokens: never })}>
              Set expiration…
            </Button>
          )}
        </li>
      )}
    </ol>
  )
}

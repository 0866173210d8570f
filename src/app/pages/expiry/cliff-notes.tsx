import { CliffNumber } from '#app/parts/expiry/cliff-number.tsx'
import { cliffDay } from '#app/parts/expiry/cliff-words.ts'
import { Button } from '#app/ui/button.tsx'
import type { Cliff } from '#domain/expiry/cliffs.ts'
import type { Expiry } from '#domain/expiry/expiry.ts'
import type { Token } from '#domain/token/token.ts'
import { count, grouped } from '#domain/text/plural.ts'
import styles from './chart.module.css'

type CliffNotesProps = {
  cliffs: Cliff[]
  expiry: Expiry
  /** How many of these may change something; `null` while that is not known. */
  changing: number | null
  isReadOnly: boolean
  onShow: (cliff: Cliff | 'never') => void
  onChange: (change: ExpiryChange) => void
}

/** A change of many tokens, to be previewed. */
export type ExpiryChange = { kind: 'spread' | 'expiry'; tokens: Token[] }

/** What ends together, in a sentence each. */
export function CliffNotes({
  cliffs,
  expiry: { weeks, never },
  changing,
  isReadOnly,
  onShow,
  onChange,
}: CliffNotesProps) {
  if (cliffs.length === 0 && never.length === 0) return null
  return (
    <ol className={styles.cliffs} aria-label="What to know">
      {cliffs.map((cliff, index) => {
        const inWeek = weeks.find(({ start }) => start === cliff.week)?.endings.length ?? 0
        return (
          <li key={cliff.endings[0]?.token.id}>
            <CliffNumber>{index + 1}</CliffNumber>
            <p>
              <b>{count(cliff.endings.length, 'token')} in use</b> expire {cliffDay(cliff)}.
              {inWeek > cliff.endings.length && ` ${grouped(inWeek)} expire in that week.`}
            </p>
            <Button size="small" aria-label={`Show the tokens of cliff ${index + 1}`} onClick={() => onShow(cliff)}>
              Show
            </Button>
            {!isReadOnly && (
              <Button
                size="small"
                aria-label={`Spread cliff ${index + 1}…`}
                onClick={() => onChange({ kind: 'spread', tokens: cliff.endings.map(({ token }) => token) })}
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
              <>, and {never.length === 1 ? 'it' : `${grouped(changing)} of them`} may change things</>
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

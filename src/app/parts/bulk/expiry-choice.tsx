import { Note } from '#app/ui/note.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import { fewestOfCliff } from '#domain/expiry/cliffs.ts'
import { spreadUpTo } from '#domain/expiry/spread.ts'
import { endInDays, type WorkingHours } from '#domain/expiry/working-hours.ts'
import { count } from '#domain/text/plural.ts'
import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { dateProblem, END_CHOICES, toWireTime, validateValidity, type EndChoice } from '#domain/token/validity.ts'
import { SpreadChoice, type SpreadDays } from './spread-choice.tsx'

/** `at` is the date typed for that choice; the tokens end within `over` days before the end. */
export type ExpiryState = { choice: EndChoice; at: string; over: SpreadDays }

/** The action that was chosen, or what is still wrong with it (`null`: nothing chosen yet). */
export function expiryAction(
  { choice, at, over }: ExpiryState,
  tokens: readonly Token[],
  now: number,
  hours: WorkingHours | null,
): { action: Extract<BulkAction, { kind: 'expiry' }> } | { problem: string | null } {
  if (choice === 'never') return { action: { kind: 'expiry', expiresOn: null } }
  const expiresOn = choice === 'at' ? toWireTime(at) : endInDays(Number(choice), now, hours)
  if (!expiresOn) return { problem: at ? dateProblem(at) : null }
  const problem = validateValidity({ notBefore: null, expiresOn }, now).expiresOn
  if (problem) return { problem }
  const isSpread = over !== '0' && tokens.length > 1
  const ends = isSpread ? spreadUpTo(msOf(expiresOn), tokens, Number(over), now, hours) : expiresOn
  return { action: { kind: 'expiry', expiresOn: ends, isTime: choice === 'at' && !isSpread } }
}

type ExpiryChoiceProps = {
  value: ExpiryState
  onChange: (value: ExpiryState) => void
  tokens: readonly Token[]
  /** How many tokens in use the choice would end. */
  inUse: number
  now: number
  /** The rule settings’ working hours. */
  hours: WorkingHours | null
}

export function ExpiryChoice({ value, onChange, tokens, inUse, now, hours }: ExpiryChoiceProps) {
  const result = expiryAction(value, tokens, now, hours)
  const problem = 'problem' in result ? result.problem : null
  const chosen = 'action' in result ? result.action.expiresOn : null
  const ends = typeof chosen === 'string' ? [chosen] : [...(chosen?.values() ?? [])]
  const [first, last] = [ends.at(0), ends.at(-1)]
  return (
    <div className="stack">
      <Segmented
        legend="Expires"
        name="bulk-ends"
        value={value.choice}
        options={END_CHOICES}
        onChange={(choice) => onChange({ ...value, choice })}
      />
      {value.choice === 'at' && (
        <TextField
          label="Expires at (local time)"
          type="datetime-local"
          step={60}
          value={value.at}
          onChange={(event) => onChange({ ...value, at: event.target.value })}
          error={problem ?? undefined}
        />
      )}
      {first !== undefined && last !== undefined && (
        <>
          <p className="quiet">
            <Time value={first} missing="" format="date-time" />
            {first !== last && (
              <>
                {' '}
                to <Time value={last} missing="" format="date-time" />
              </>
            )}
          </p>
          {tokens.length > 1 && (
            <SpreadChoice mayBeAtOnce value={value.over} onChange={(over) => onChange({ ...value, over })} />
          )}
          {value.over === '0' && inUse >= fewestOfCliff(inUse) && (
            <Note tone="caution" title={`${count(inUse, 'token')} in use would stop working at once`}>
              <p>Where they are renewed too late, all that uses them fails together. Spread them over some days.</p>
            </Note>
          )}
        </>
      )}
      {value.choice === 'never' && (
        <Note tone="caution" title="These tokens never expire">
          <p>If one leaks, it stays usable until someone revokes it.</p>
        </Note>
      )}
    </div>
  )
}

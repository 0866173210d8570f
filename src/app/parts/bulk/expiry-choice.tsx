import { Note } from '#app/ui/note.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import { END_CHOICES, expiryInDays, toWireTime, validateValidity, type EndChoice } from '#domain/token/validity.ts'

/** `at` is the date typed for that choice. */
export type ExpiryState = { choice: EndChoice; at: string }

/** The action that was chosen, or what is still wrong with it (`null`: nothing chosen yet). */
export function expiryAction(
  { choice, at }: ExpiryState,
  now: number,
): { action: BulkAction } | { problem: string | null } {
  if (choice === 'never') return { action: { kind: 'expiry', expiresOn: null } }
  const expiresOn = choice === 'at' ? toWireTime(at) : expiryInDays(Number(choice), now)
  if (!expiresOn) return { problem: null }
  const problem = validateValidity({ notBefore: null, expiresOn }, now).expiresOn
  return problem ? { problem } : { action: { kind: 'expiry', expiresOn } }
}

type ExpiryChoiceProps = { value: ExpiryState; onChange: (value: ExpiryState) => void; now: number }

export function ExpiryChoice({ value, onChange, now }: ExpiryChoiceProps) {
  const result = expiryAction(value, now)
  const problem = 'problem' in result ? result.problem : null
  const end = 'action' in result && result.action.kind === 'expiry' ? result.action.expiresOn : null
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
      {end && (
        <p className="quiet">
          <Time value={end} missing="" format="date-time" />
        </p>
      )}
      {value.choice === 'never' && (
        <Note tone="caution" title="These tokens never expire">
          <p>If one leaks, it stays usable until someone revokes it.</p>
        </Note>
      )}
    </div>
  )
}

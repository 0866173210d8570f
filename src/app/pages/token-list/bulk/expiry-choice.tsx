import { Note } from '#app/ui/note.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import { expiryInDays, toWireTime, validateValidity, VALIDITY_DAYS } from '#domain/token/validity.ts'

/** Days from now as text, `at` for the date typed, or `never`. */
export type ExpiryState = { choice: string; at: string }

const CHOICES = [
  ...VALIDITY_DAYS.map((days) => ({ value: String(days), label: days === 365 ? '1 year' : `${days} days` })),
  { value: 'at', label: 'Custom' },
  { value: 'never', label: 'Never' },
]

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
        options={CHOICES}
        onChange={(choice) => onChange({ ...value, choice })}
      />
      {value.choice === 'at' && (
        <TextField
          label="Expires at (local time)"
          type="datetime-local"
          step={60}
          value={value.at}
          onChange={(event) => onChange({ ...value, at: event.target.value })}
          {...(problem && { error: problem })}
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

import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useNow } from '#app/parts/use-now.ts'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'
import { expiryInDays, toWireTime, VALIDITY_DAYS } from '#domain/token/validity.ts'
import { validityProblems, type EndChoice, type FormValues } from './form-values.ts'
import { useStoredToken } from './stored-token.ts'
import styles from './token-editor.module.css'

const STARTS = [
  { value: 'now' as const, label: 'Now' },
  { value: 'at' as const, label: 'Date…' },
]
const ENDS: { value: EndChoice; label: string }[] = [
  ...VALIDITY_DAYS.map((days) => ({ value: `${days}` as const, label: days === 365 ? '1 year' : `${days} days` })),
  { value: 'at', label: 'Date…' },
  { value: 'never', label: 'No expiry' },
]

/** When the token starts and stops to work. Typed in local time, sent and shown in UTC. */
export function ValidityFields() {
  const stored = useStoredToken()
  const { register, formState, control, setValue } = useFormContext<FormValues>()
  const [starts, startsAt, ends, endsAt] = useWatch({ control, name: ['starts', 'startsAt', 'ends', 'endsAt'] })
  const now = useNow()
  const startError = formState.errors.startsAt?.message
  const problemOf = (field: 'startsAt' | 'endsAt') => (_: string, values: FormValues) =>
    validityProblems(values, Date.now(), stored)[field] ?? true
  // Registered whether it is there or not: an end in days is checked against the start as well.
  const { field: endField, fieldState: endState } = useController({
    control,
    name: 'endsAt',
    rules: { validate: problemOf('endsAt') },
  })
  const endError = endState.error?.message
  const change = { shouldDirty: true, shouldValidate: formState.isSubmitted }
  const start = starts === 'at' ? toWireTime(startsAt) : null
  const end = ends === 'never' ? null : ends === 'at' ? toWireTime(endsAt) : expiryInDays(Number(ends), now)

  return (
    <Section title="Validity">
      <div className={styles.fields}>
        <div className={styles.choice}>
          <Segmented
            legend="Starts"
            name="starts"
            value={starts}
            options={STARTS}
            onChange={(value) => setValue('starts', value, change)}
          />
          {start && (
            <span className={styles.why}>
              <Time value={start} missing="" format="date-time" />
            </span>
          )}
        </div>
        {starts === 'at' && (
          <TextField
            label="Starts at (local time)"
            type="datetime-local"
            step={60}
            {...(startError && { error: startError })}
            {...register('startsAt', { validate: problemOf('startsAt'), deps: ['endsAt'] })}
          />
        )}
        <div className={styles.choice}>
          <Segmented
            legend="Ends"
            name="ends"
            value={ends}
            options={ENDS}
            onChange={(value) => setValue('ends', value, change)}
          />
          {end && (
            <span className={styles.why}>
              <Time value={end} missing="" format="date-time" />
            </span>
          )}
        </div>
        {/* Only where it is wanted: the first input of its kind costs a slow laptop 70 ms. */}
        {(ends === 'at' || endError) && (
          <TextField
            label="Ends at (local time)"
            type="datetime-local"
            step={60}
            {...(endError && { error: endError })}
            {...endField}
          />
        )}
        {ends === 'never' && (
          <Note tone="caution" title="It will work until somebody ends it">
            <p>A secret that leaks unnoticed opens the account for ever. An expiry limits the harm.</p>
          </Note>
        )}
      </div>
    </Section>
  )
}

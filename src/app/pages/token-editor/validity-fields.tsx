import { useFormContext, useWatch } from 'react-hook-form'
import { useNow } from '#app/parts/use-now.ts'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'
import { END_CHOICES, validityOf } from '#domain/token/validity.ts'
import type { FormValues } from './form-values.ts'
import styles from './token-editor.module.css'

const STARTS = [
  { value: 'now' as const, label: 'Now' },
  { value: 'at' as const, label: 'Date…' },
]

/** When the token starts and stops to work. Typed in local time, sent and shown in UTC. */
export function ValidityFields() {
  const { register, formState, control, setValue, trigger } = useFormContext<FormValues>()
  const [starts, startsAt, ends, endsAt, exact] = useWatch({
    control,
    name: ['starts', 'startsAt', 'ends', 'endsAt', 'carried'],
  })
  const { notBefore, expiresOn } = validityOf({ starts, startsAt, ends, endsAt }, exact, useNow())
  const startError = formState.errors.startsAt?.message
  const endError = formState.errors.endsAt?.message

  const choose = (field: 'starts' | 'ends', value: string) => {
    setValue(field, value as FormValues[typeof field], { shouldDirty: true })
    // Either date is judged by both choices.
    if (formState.isSubmitted) void trigger(['startsAt', 'endsAt'])
  }

  return (
    <Section title="Validity">
      <div className={`stack ${styles.fields}`}>
        <div className={styles.choice}>
          <Segmented
            legend="Starts"
            name="starts"
            value={starts}
            options={STARTS}
            onChange={(value) => choose('starts', value)}
          />
          {notBefore && (
            <span className="quiet">
              <Time value={notBefore} missing="" format="date-time" />
            </span>
          )}
        </div>
        {starts === 'at' && (
          <TextField
            label="Starts at (local time)"
            type="datetime-local"
            step={60}
            error={startError}
            {...register('startsAt', { deps: ['endsAt'] })}
          />
        )}
        <div className={styles.choice}>
          <Segmented
            legend="Ends"
            name="ends"
            value={ends}
            options={END_CHOICES}
            onChange={(value) => choose('ends', value)}
          />
          {expiresOn && (
            <span className="quiet">
              <Time value={expiresOn} missing="" format="date-time" />
            </span>
          )}
        </div>
        {(ends === 'at' || endError) && (
          <TextField
            label="Ends at (local time)"
            type="datetime-local"
            step={60}
            error={endError}
            {...register('endsAt')}
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

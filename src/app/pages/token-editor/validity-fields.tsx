import { useFormContext, useWatch } from 'react-hook-form'
import { Help } from '#app/parts/help/help.tsx'
import { useNow } from '#app/parts/use-now.ts'
import { Note } from '#app/ui/note.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'
import { END_CHOICES, validityOf } from '#domain/token/validity.ts'
import type { FormValues } from './form-values.ts'
import { localTimeBeside } from './local-time.ts'
import styles from './token-editor.module.css'

const STARTS = [
  { value: 'now' as const, label: 'Now' },
  { value: 'at' as const, label: 'Custom' },
]

/** When the token starts and stops to work. Typed in local time, sent in UTC, shown in both. */
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
    <div>
      <h3 className={styles.part}>
        Expiration <Help topic="expiration" />
      </h3>
      <div className={styles.dates}>
        <div className={`stack ${styles.date}`}>
          <Segmented
            legend="Start"
            name="starts"
            value={starts}
            options={STARTS}
            onChange={(value) => choose('starts', value)}
          />
          {starts === 'at' && (
            <TextField
              label="Start date (your time)"
              hideLabel
              type="datetime-local"
              step={60}
              {...(startError && { error: startError })}
              {...register('startsAt', { deps: ['endsAt'] })}
            />
          )}
          <BothTimes value={notBefore} />
        </div>
        <div className={`stack ${styles.date}`}>
          <Segmented
            legend="Expires"
            name="ends"
            value={ends}
            options={END_CHOICES}
            onChange={(value) => choose('ends', value)}
          />
          {(ends === 'at' || endError) && (
            <TextField
              label="Expiration date (your time)"
              hideLabel
              type="datetime-local"
              step={60}
              {...(endError && { error: endError })}
              {...register('endsAt')}
            />
          )}
          <BothTimes value={expiresOn} />
        </div>
      </div>
      {ends === 'never' && (
        <Note tone="caution" title="This token never expires">
          <p>If it leaks, it stays usable until someone revokes it.</p>
        </Note>
      )}
    </div>
  )
}

function BothTimes({ value }: { value: string | null }) {
  if (!value) return null
  const local = localTimeBeside(value)
  return (
    <p className="quiet">
      <Time value={value} missing="" format="date-time" />
      {local && ` · ${local}`}
    </p>
  )
}

import { useFormContext } from 'react-hook-form'
import { useNow } from '#app/parts/use-now.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { diffTokens } from '#domain/policy/diff.ts'
import { draftOf } from '#domain/policy/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { toDraft, type FormValues } from './form-values.ts'
import { useFormValues } from './use-form-values.ts'
import styles from './token-editor.module.css'

type SubmitBarProps = { accountId: string; label: string; stored?: Token; isPending: boolean; onCancel: () => void }

/** Save and cancel. A button that would do nothing says why. */
export function SubmitBar({ accountId, label, stored, isPending, onCancel }: SubmitBarProps) {
  const { formState } = useFormContext<FormValues>()
  const values = useFormValues()
  const now = useNow()
  const isUnreadable = values.json?.body === null
  const isPendingText = [values.allowedText, values.exceptionsText, ...values.policies.map(({ typed }) => typed)].some(
    Boolean,
  )
  const isUnchanged =
    stored !== undefined &&
    !isUnreadable &&
    !isPendingText &&
    diffTokens(draftOf(stored), toDraft(values, accountId, now), now).length === 0
  const hasErrors = Object.keys(formState.errors).length > 0

  return (
    <div className={styles.submit}>
      {formState.isSubmitted && hasErrors && (
        <Note tone="critical">Some fields need another look; each says what is wrong.</Note>
      )}
      {isUnreadable && <p className={styles.why}>The JSON cannot be read yet.</p>}
      {isUnchanged && <p className={styles.why}>Nothing has been changed yet.</p>}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button tone="primary" type="submit" busy={isPending} disabled={isUnchanged || isUnreadable}>
          {label}
        </Button>
      </div>
    </div>
  )
}

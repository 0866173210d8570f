import { useFormContext } from 'react-hook-form'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useReadOnlyReason } from '#app/parts/use-read-only.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { diffTokens } from '#domain/token/diff.ts'
import { draftOf } from '#domain/token/request-body.ts'
import { draftFrom, type FormValues } from './form-values.ts'
import { useStoredToken } from './stored-token.ts'
import { useFormValues } from './use-form-values.ts'
import styles from './token-editor.module.css'

/** A save that failed, or whose outcome is not known, in a line; the whole of it is elsewhere in the form. */
type SubmitProblem = { tone: 'critical' | 'caution'; text: string; onShow: () => void }

type SubmitBarProps = {
  label: string
  isPending: boolean
  problem: SubmitProblem | null
  onCancel: () => void
}

/** Save and cancel. A button that would do nothing says why. */
export function SubmitBar({ label, isPending, problem, onCancel }: SubmitBarProps) {
  const accountId = useAccountId()
  const stored = useStoredToken()
  const { formState } = useFormContext<FormValues>()
  const values = useFormValues()
  const now = useNow()
  const readOnly = useReadOnlyReason(accountId)
  const isUnreadable = values.json?.body === null
  const isPendingText = [values.allowedText, values.exceptionsText, ...values.policies.map(({ typed }) => typed)].some(
    Boolean,
  )
  const isUnchanged =
    stored !== null &&
    !isUnreadable &&
    !isPendingText &&
    diffTokens(draftOf(stored), draftFrom(values, accountId, now), now, accountId).length === 0
  const hasErrors = Object.keys(formState.errors).length > 0

  return (
    <div className={styles.submit}>
      {formState.isSubmitted && hasErrors && <Note tone="critical">Some fields need your attention.</Note>}
      {problem && !isPending && (
        <Note
          tone={problem.tone}
          action={
            <Button size="small" onClick={problem.onShow}>
              Show details
            </Button>
          }
        >
          {problem.text}
        </Note>
      )}
      {isUnreadable && <p className="quiet">Fix the JSON first.</p>}
      {readOnly && <p className="quiet">{readOnly}</p>}
      {isUnchanged && <p className="quiet">No changes yet.</p>}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          tone="primary"
          type="submit"
          busy={isPending}
          disabled={isUnchanged || isUnreadable || readOnly !== null}
        >
          {label}
        </Button>
      </div>
    </div>
  )
}

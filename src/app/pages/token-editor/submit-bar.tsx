import { CircleAlert } from 'lucide-react'
import { useFormContext } from 'react-hook-form'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useOffersChanges } from '#app/parts/use-offers-changes.ts'
import { useReadOnlyReason } from '#app/parts/use-read-only-reason.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { diffTokens } from '#domain/token/diff.ts'
import { draftOf } from '#domain/token/request-body.ts'
import { draftFrom, type FormValues } from './form-values.ts'
import { useStoredToken } from './stored-token.ts'
import { useFormValues } from './use-form-values.ts'
import styles from './submit-bar.module.css'

/** A save that failed, or whose outcome is not known, in a line; the whole of it is elsewhere in the form. */
type SubmitProblem = {
  tone: 'critical' | 'caution'
  text: string
  /** The policy that was refused, if it was one. */
  policyIndex: number | null
  onShow: () => void
}

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
  const { formState, setFocus } = useFormContext<FormValues>()
  const values = useFormValues()
  const now = useNow()
  const readOnly = useReadOnlyReason(accountId)
  const offersChanges = useOffersChanges(accountId)
  const isUnreadable = values.json?.body === null
  const isPendingText = [values.allowedText, values.exceptionsText, ...values.policies.map(({ typed }) => typed)].some(
    Boolean,
  )
  const isUnchanged =
    stored !== null &&
    !isUnreadable &&
    !isPendingText &&
    diffTokens(draftOf(stored), draftFrom(values, accountId, now), now, accountId).length === 0
  const { policies, ...others } = formState.errors
  const faulty = Array.isArray(policies) ? policies.findIndex(Boolean) : -1
  const hasErrors = Boolean(policies) || Object.keys(others).length > 0
  const why = isUnreadable ? 'Fix the JSON first.' : (readOnly ?? (isUnchanged ? 'No changes yet.' : null))

  const goTo = (index: number) => (
    <button type="button" onClick={() => setFocus(`policies.${index}.policy`)}>
      Go to policy {index + 1}
    </button>
  )

  return (
    <div className={styles.bar}>
      {problem && !isPending ? (
        <div className={styles.problem} data-tone={problem.tone}>
          <Icon of={CircleAlert} />
          <p>
            <b>{problem.text}.</b> {problem.policyIndex !== null && goTo(problem.policyIndex)}{' '}
            <button type="button" onClick={problem.onShow}>
              Show details
            </button>
          </p>
        </div>
      ) : (
        formState.isSubmitted &&
        hasErrors && (
          <div className={styles.problem} data-tone="critical">
            <Icon of={CircleAlert} />
            <p>
              <b>Fix the marked fields.</b> {faulty !== -1 && goTo(faulty)}
            </p>
          </div>
        )
      )}
      <div className={styles.buttons}>
        {why && <p className="quiet">{why}</p>}
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button tone="primary" type="submit" busy={isPending} disabled={why !== null || !offersChanges}>
          {label}
        </Button>
      </div>
    </div>
  )
}

import type { UseQueryResult } from '@tanstack/react-query'
import type { TokenBody } from '#app/api/token-writes.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { TokenDraft } from '#domain/policy/request-body.ts'
import { FormSummary } from './form-summary.tsx'
import { IpLimitFields } from './ip-limit-fields.tsx'
import { PolicyCards } from './policy-cards.tsx'
import { SubmitBar, type SubmitProblem } from './submit-bar.tsx'
import { ValidityFields } from './validity-fields.tsx'

type FormFieldsProps = {
  accountId: string
  catalogue: UseQueryResult<PermissionGroup[]>
  /** The fields are there and judge themselves. */
  onThere: () => void
}

/** All fields after the name: most of the editor's code, which the name does not wait for. */
export function FormFields({ accountId, catalogue, onThere }: FormFieldsProps) {
  return (
    <>
      <PolicyCards accountId={accountId} catalogue={catalogue} onWhole={onThere} />
      <IpLimitFields />
      <ValidityFields />
    </>
  )
}

type FormAsideProps = {
  accountId: string
  catalogue: PermissionGroup[] | undefined
  toBody: (draft: TokenDraft) => TokenBody
  submitLabel: string
  isPending: boolean
  problem: SubmitProblem | null
  onCancel: () => void
}

/** What the form says so far, and the way to save it. */
export function FormAside({ accountId, catalogue, toBody, submitLabel, isPending, problem, onCancel }: FormAsideProps) {
  return (
    <>
      <FormSummary accountId={accountId} catalogue={catalogue} toBody={toBody} />
      <SubmitBar
        accountId={accountId}
        label={submitLabel}
        isPending={isPending}
        problem={problem}
        onCancel={onCancel}
      />
    </>
  )
}

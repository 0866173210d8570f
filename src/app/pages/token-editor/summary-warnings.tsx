import { TriangleAlert } from 'lucide-react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import { warningsFor } from '#domain/reach/warnings.ts'
import { misfitProblem } from './form-problems.ts'
import type { FormValues } from './form-values.ts'
import { useStoredToken } from './stored-token.ts'
import { useLikelyRefusals } from './use-refusals.ts'
import styles from './form-summary.module.css'

type SummaryWarningsProps = Pick<FormValues, 'policies'> & { draft: TokenDraft; catalogue: PermissionGroup[] }

/** Risks to think of before sending. They stop no save. */
export function SummaryWarnings({ draft, policies, catalogue }: SummaryWarningsProps) {
  const accountId = useAccountId()
  const isEdit = useStoredToken() !== null
  const likely = useLikelyRefusals(
    policies.map(({ policy }) => policy),
    { accountId, catalogue },
  )
  const warnings = [
    ...policies.flatMap(({ policy }, index) => {
      const wrong = misfitProblem(policy, catalogue)
      return wrong ? [`Policy ${index + 1} has permissions that don’t apply to its resources.`] : []
    }),
    ...(catalogue.length > 0 ? warningsFor(draft, catalogue, accountId).map(({ text }) => text) : []),
    ...likely,
  ]
  if (warnings.length === 0) return null
  return (
    <div className={styles.warnings}>
      <h3>{isEdit ? 'Before you save' : 'Before you create it'}</h3>
      <ul>
        {warnings.map((warning) => (
          <li key={warning} data-tone="caution">
            <Icon of={TriangleAlert} />
            <span>{warning}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

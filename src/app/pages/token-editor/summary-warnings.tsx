import { TriangleAlert } from 'lucide-react'
import { useFormContext } from 'react-hook-form'
import { useChoices } from '#app/parts/kept-choices.ts'
import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { OF_ONE, useJudging } from '#app/parts/findings/use-judging.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Icon } from '#app/ui/icon.tsx'
import { draftFindings } from '#domain/findings/draft-findings.ts'
import { SEVERITY_LABELS, type Finding } from '#domain/findings/finding.ts'
import { RULES } from '#domain/findings/rules.ts'
import { applySuppressions } from '#domain/findings/suppressions.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import { misfitProblem } from './form-problems.ts'
import type { FormValues } from './form-values.ts'
import { fixField, type FixField } from './fix-field.ts'
import { useStoredToken } from './stored-token.ts'
import { useLikelyRefusals } from './use-refusals.ts'
import styles from './form-summary.module.css'

type SummaryWarningsProps = Pick<FormValues, 'policies'> & {
  draft: TokenDraft
  catalogue: PermissionGroup[]
  isText: boolean
}

/** What would be wrong with the token, and what the API would refuse. It stops no save. */
export function SummaryWarnings({ draft, policies, catalogue, isText }: SummaryWarningsProps) {
  const accountId = useAccountId()
  const stored = useStoredToken()
  const { judging, isLoading } = useJudging(accountId, OF_ONE)
  const { suppressions } = useChoices(accountId)
  const findings = isLoading ? [] : draftFindings(draft, stored, judging)
  const { open } = applySuppressions(findings, suppressions, judging.now)
  const likely = useLikelyRefusals(
    policies.map(({ policy }) => policy),
    { accountId, catalogue },
  )
  const refusals = [
    ...policies.flatMap(({ policy }, index) => {
      const wrong = misfitProblem(policy, catalogue)
      return wrong ? [`Policy ${index + 1} has permissions that don’t apply to its resources.`] : []
    }),
    ...likely,
  ]
  const isWhole = isLoading || judging.catalogue !== undefined
  const isEmpty = refusals.length + open.length === 0
  if (isEmpty && isWhole) return null
  const title = stored ? 'Before you save' : 'Before you create it'
  return (
    <div className={styles.warnings}>
      <h3>{title}</h3>
      {!isEmpty && (
        <ul aria-label={title}>
          {refusals.map((refusal) => (
            <li key={refusal} data-tone="caution">
              <Icon of={TriangleAlert} />
              <span>{refusal}</span>
            </li>
          ))}
          {open.map((finding) => (
            <DraftFinding key={finding.fingerprint} finding={finding} isText={isText} />
          ))}
        </ul>
      )}
      {!isWhole && <p className="quiet">The permission groups can’t be read, so rules that need them are left out.</p>}
    </div>
  )
}

function DraftFinding({ finding, isText }: { finding: Finding; isText: boolean }) {
  const { setFocus } = useFormContext<FormValues>()
  const field = fixField(finding)
  return (
    <li>
      <SeverityMark severity={finding.severity} />
      <div>
        <p>
          <span className="visually-hidden">{SEVERITY_LABELS[finding.severity]}: </span>
          <b>{RULES.find(({ id }) => id === finding.rule)?.title}</b>
        </p>
        <p className="quiet">
          {finding.seen}{' '}
          {field && (
            <button
              type="button"
              onClick={() => {
                // Beside the JSON there are no fields.
                if (isText) setFocus('json')
                else if (field.kind === 'ip') setFocus('condition.allowed')
                else if (field.kind === 'name') setFocus('name')
                else document.querySelectorAll<HTMLElement>(SELECTOR[field.kind])[field.index]?.focus()
              }}
            >
              {isText ? 'Go to the JSON' : field.label}
            </button>
          )}
        </p>
      </div>
    </li>
  )
}

/** Native radios and the heads of policies are not registered with the form. */
const SELECTOR: Record<Exclude<FixField['kind'], 'ip' | 'name'>, string> = {
  starts: 'input[name="starts"]:checked',
  ends: 'input[name="ends"]:checked',
  policy: '[data-opens-policy]',
}

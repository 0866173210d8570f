import { useQuery } from '@tanstack/react-query'
import { memo, useDeferredValue } from 'react'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { Time } from '#app/ui/time.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { countGrants, warningsFor } from '#domain/token/warnings.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import { summarizeCondition } from '#domain/condition/condition-words.ts'
import { misfitProblem, policyProblems } from './form-problems.ts'
import { useLikelyRefusals } from './use-refusals.ts'
import type { Judging } from './judging.ts'
import { useStoredToken } from './stored-token.ts'
import { draftFrom, requestBody, type FormValues } from './form-values.ts'
import { useFormValues } from './use-form-values.ts'
import styles from './token-editor.module.css'

/** What the token will be able to do, and the exact body that will be sent. */
export function FormSummary({ catalogue }: { catalogue: PermissionGroup[] | undefined }) {
  const values = useFormValues()
  // A field shows what is typed at once; what it means follows. Many policies also render after the form itself.
  const shown = useDeferredValue(values, values.policies.length > FEW ? null : values)
  if (shown) return <Summary values={shown} catalogue={catalogue} />
  return (
    <Section title="Summary">
      <Skeleton lines={6} />
    </Section>
  )
}

const FEW = 3

type SummaryProps = { values: FormValues; catalogue: PermissionGroup[] | undefined }

const Summary = memo(function Summary({ values, catalogue = NO_GROUPS }: SummaryProps) {
  const accountId = useAccountId()
  const stored = useStoredToken()
  const zones = useQuery(zonesQuery(accountId))
  const draft = draftFrom(values, accountId, useNow())
  // Only what is missing is a gap: a pairing that does not fit is a warning.
  const judging = { accountId, stored, catalogue: undefined }

  if (values.json?.body === null) {
    return (
      <Section title="Summary">
        <p className="quiet">The summary comes back when the JSON can be read again.</p>
      </Section>
    )
  }

  return (
    <>
      <Section title="Summary">
        <div className={`stack ${styles.summary}`} data-many={draft.policies.length > FEW || undefined}>
          {draft.policies.map((policy, index) => (
            <PolicySentence key={index} policy={policy} zones={zones.data} catalogue={catalogue} />
          ))}
          <Counts draft={draft} catalogue={catalogue} />
          <p>
            From <b>{summarizeCondition(draft.condition).toLowerCase()}</b>
            {draft.expiresOn ? ' until ' : ', '}
            <b>
              <Time value={draft.expiresOn} missing="without an end" format="date-time" />
            </b>
            .
          </p>
          <Gaps policies={values.policies} judging={judging} />
        </div>
        <Warnings draft={draft} policies={values.policies} catalogue={catalogue} />
      </Section>
      <Section title="Request body">
        <RequestBody draft={draft} />
      </Section>
    </>
  )
})

const NO_GROUPS: PermissionGroup[] = []

// Each computes over all policies, in a component of its own: React can handle input in between.

function Gaps({ policies, judging }: Pick<FormValues, 'policies'> & { judging: Judging }) {
  const isWhole = ({ policy }: FormValues['policies'][number]) => policyProblems(policy, judging).length === 0
  if (policies.every(isWhole)) return null
  return <p className="quiet">Some policies still need resources or permissions.</p>
}

type WarningsProps = Pick<FormValues, 'policies'> & {
  draft: TokenDraft
  catalogue: PermissionGroup[]
}

function Warnings({ draft, policies, catalogue }: WarningsProps) {
  const accountId = useAccountId()
  const likely = useLikelyRefusals(
    policies.map(({ policy }) => policy),
    { accountId, catalogue },
  )
  const warnings = [
    ...(catalogue.length > 0 ? warningsFor(draft, catalogue, accountId).map(({ text }) => text) : []),
    ...policies.flatMap(({ policy }, index) => {
      const wrong = misfitProblem(policy, catalogue)
      return wrong ? [`Policy ${index + 1} has permissions that its resources cannot take.`] : []
    }),
    ...likely,
  ]
  if (warnings.length === 0) return null
  return (
    <div className={`stack ${styles.warnings}`}>
      {warnings.map((warning) => (
        <Note key={warning} tone="caution">
          {warning}
        </Note>
      ))}
    </div>
  )
}

function RequestBody({ draft }: { draft: TokenDraft }) {
  const body = requestBody(draft, useStoredToken())
  return (
    <div className={styles.body}>
      <CodeBlock label="Body to send" code={JSON.stringify(body, null, 2)} />
    </div>
  )
}

function Counts({ draft, catalogue }: { draft: TokenDraft; catalogue: PermissionGroup[] }) {
  const { reading, changing, unknown, denied } = countGrants(draft, catalogue)
  const parts = [
    ...(reading > 0 ? [`${reading} to read`] : []),
    ...(changing > 0 ? [`${changing} to change things`] : []),
    ...(unknown > 0 ? [`${unknown} that may change things (level unknown)`] : []),
    ...(denied > 0 ? [`${denied} denied`] : []),
  ]
  return (
    <p className="quiet">
      {parts.length > 0 ? `Permission groups: ${parts.join(', ')}.` : 'No permission groups yet.'}
    </p>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { TokenBody } from '#app/api/token-writes.ts'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { useNow } from '#app/parts/use-now.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { Time } from '#app/ui/time.tsx'
import { useGradually, useTurn } from '#app/ui/use-later.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { countGrants, warningsFor } from '#domain/policy/warnings.ts'
import type { TokenDraft } from '#domain/policy/request-body.ts'
import { summarizeCondition } from '#domain/condition/summarize-condition.ts'
import { misfitProblem, policyProblems } from './form-problems.ts'
import { useLikelyRefusals } from './form-refusals.ts'
import type { Judging } from './judging.ts'
import { useStoredToken } from './stored-token.ts'
import { toDraft, type FormValues } from './form-values.ts'
import { useFormValues } from './use-form-values.ts'
import styles from './token-editor.module.css'

type FormSummaryProps = {
  accountId: string
  catalogue: PermissionGroup[] | undefined
  toBody: (draft: TokenDraft) => TokenBody
}

/** What the token will be able to do, as it stands, and the exact body that will be sent. */
export function FormSummary(props: FormSummaryProps) {
  const { policies } = useFormValues()
  const isDrawn = useTurn(true, { isNow: policies.length <= FEW, isInView: false })
  if (isDrawn) return <Summary {...props} />
  return (
    <Section title="Summary">
      <Skeleton lines={6} />
    </Section>
  )
}

/** More policies are summed up once the form itself is there. */
const FEW = 3

/** Sentences that a slow laptop lays out in a frame. */
const PACE = { first: FEW, step: 10, isInView: false }

/** In px, of a body that fills its place. */
const BODY_HEIGHT = 558

function Summary({ accountId, catalogue = NO_GROUPS, toBody }: FormSummaryProps) {
  // What is typed shows at once; what it means follows, however many policies there are.
  const values = useDeferredValue(useFormValues())
  const zones = useQuery(zonesQuery(accountId))
  const draft = toDraft(values, accountId, useNow())
  // Only what is missing is a gap: a pairing that does not fit is a warning.
  const judging = { accountId, stored: useStoredToken(), catalogue: undefined }

  const drawn = useGradually(draft.policies.length, PACE)

  if (values.json?.body === null) {
    return (
      <Section title="Summary">
        <p className={styles.why}>The summary comes back when the JSON can be read again.</p>
      </Section>
    )
  }

  const isMany = draft.policies.length > FEW
  return (
    <>
      <Section title="Summary">
        <div className={styles.summary} data-many={isMany || undefined}>
          {draft.policies.slice(0, drawn).map((policy, index) => (
            <PolicySentence
              key={index}
              policy={policy}
              accountId={accountId}
              zones={zones.data}
              catalogue={catalogue}
            />
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
        <Warnings accountId={accountId} draft={draft} policies={values.policies} catalogue={catalogue} />
      </Section>
      {/* Of few policies it is in view and short; of many it is thousands of lines behind all those sentences. */}
      {drawn === draft.policies.length && (
        <Section title="Request body" {...(isMany && { height: BODY_HEIGHT })}>
          <RequestBody draft={draft} toBody={toBody} />
        </Section>
      )}
    </>
  )
}

const NO_GROUPS: PermissionGroup[] = []

// Each computes over all policies in a component of its own: React lets a key or a click in between.

function Gaps({ policies, judging }: Pick<FormValues, 'policies'> & { judging: Judging }) {
  const isWhole = ({ policy }: FormValues['policies'][number]) => policyProblems(policy, judging).length === 0
  if (policies.every(isWhole)) return null
  return <p className={styles.why}>Some policies still need resources or permissions.</p>
}

type WarningsProps = Pick<FormValues, 'policies'> & {
  accountId: string
  draft: TokenDraft
  catalogue: PermissionGroup[]
}

function Warnings({ accountId, draft, policies, catalogue }: WarningsProps) {
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
    <div className={styles.warnings}>
      {warnings.map((warning) => (
        <Note key={warning} tone="caution">
          {warning}
        </Note>
      ))}
    </div>
  )
}

function RequestBody({ draft, toBody }: { draft: TokenDraft; toBody: FormSummaryProps['toBody'] }) {
  return <CodeBlock label="Body to send" code={JSON.stringify(toBody(draft), null, 2)} />
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
    <p className={styles.why}>
      {parts.length > 0 ? `Permission groups: ${parts.join(', ')}.` : 'No permission groups yet.'}
    </p>
  )
}

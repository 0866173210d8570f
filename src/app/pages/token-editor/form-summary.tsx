import { useQuery } from '@tanstack/react-query'
import { useFormContext, useWatch } from 'react-hook-form'
import type { TokenBody } from '#app/api/tokens.ts'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { useNow } from '#app/parts/use-now.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { validatePolicy } from '#domain/policy/validate-policy.ts'
import type { TokenDraft } from '#domain/policy/request-body.ts'
import { summarizeCondition } from '#domain/policy/summary.ts'
import type { Token } from '#domain/token/token.ts'
import { toDraft, type FormValues } from './form-values.ts'
import styles from './token-editor.module.css'

type FormSummaryProps = {
  accountId: string
  catalogue: PermissionGroup[] | undefined
  stored?: Token
  toBody: (draft: TokenDraft) => TokenBody
}

/** What the token will be able to do, as it stands, and the exact body that will be sent. */
export function FormSummary({ accountId, catalogue, stored, toBody }: FormSummaryProps) {
  const { control, getValues } = useFormContext<FormValues>()
  const values = { ...getValues(), ...useWatch({ control }) } as FormValues
  const zones = useQuery(zonesQuery(accountId))
  const draft = toDraft(values, accountId, useNow(), stored)
  const groupNames = new Map(catalogue?.map(({ id, name }) => [id, name]))
  const warnings = warningsFor(draft, groupNames)
  const isIncomplete = values.policies.some(({ policy }) => validatePolicy(policy).length > 0)

  return (
    <>
      <Section title="Summary">
        <div className={styles.summary}>
          {draft.policies.map((policy, index) => (
            <PolicySentence
              key={index}
              policy={policy}
              accountId={accountId}
              zones={zones.data}
              groupNames={groupNames}
            />
          ))}
          <p>
            From <b>{summarizeCondition(draft.condition).toLowerCase()}</b>
            {draft.expiresOn ? ' until ' : ', '}
            <b>
              <Time value={draft.expiresOn} missing="without an end" format="date-time" />
            </b>
            .
          </p>
          {isIncomplete && <p className={styles.why}>Some policies still need resources or permissions.</p>}
        </div>
        {warnings.length > 0 && (
          <div className={styles.warnings}>
            {warnings.map((warning) => (
              <Note key={warning} tone="caution">
                {warning}
              </Note>
            ))}
          </div>
        )}
      </Section>
      <Section title="Request body">
        <CodeBlock label="Request body" code={JSON.stringify(toBody(draft), null, 2)} />
      </Section>
    </>
  )
}

/** Lets a token make tokens (`contract/api-behaviour.md` §2). */
const TOKENS_WRITE = '5bc3f8b21c554832afc660159ab75fa4'

function warningsFor(draft: TokenDraft, groupNames: Map<string, string>): string[] {
  const granted = draft.policies
    .filter(({ effect }) => effect === 'allow')
    .flatMap(({ permission_groups }) => permission_groups.map(({ id }) => id))
  const canWrite = granted.some((id) => /\b(write|edit|admin)\b/i.test(groupNames.get(id) ?? ''))
  return [
    ...(granted.includes(TOKENS_WRITE) ? ['It can create tokens, and so give itself or others more than it has.'] : []),
    ...(canWrite && draft.condition.allowed.length === 0
      ? ['It can change things from anywhere on the internet.']
      : []),
    ...(draft.expiresOn === null ? ['It never expires.'] : []),
    ...(draft.policies.length > 0 && draft.policies.every(({ effect }) => effect === 'deny')
      ? ['It only denies, so it can do nothing.']
      : []),
  ]
}

import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { ReadOnlyNote } from '#app/parts/read-only-note.tsx'
import { UnknownOutcome } from '#app/parts/token-actions/unknown-outcome.tsx'
import { broughtToken } from '#app/parts/brought-token.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { createdTokensQuery } from '#app/queries/created-tokens.ts'
import { useCreateToken } from '#app/queries/token-writes.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { useNavigate } from '@tanstack/react-router'
import { Card } from '#app/ui/card.tsx'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { createBody, type TokenDraft } from '#domain/policy/request-body.ts'
import { TEMPLATES, templatePolicies } from '#domain/policy/templates.ts'
import type { Token } from '#domain/token/token.ts'
import { CreateFinding } from './create-finding.tsx'
import { FormOutline } from './form-outline.tsx'
import { blankValues, duplicateValues, type FormValues } from './form-values.ts'
import { policyWith } from './start-with-group.ts'
import { StartFromField, type Start } from './start-from-field.tsx'
import { TokenForm } from './token-form.tsx'
import { useKeptAttempt } from './use-kept-attempt.ts'
import styles from './token-editor.module.css'

const SecretDialog = lazyWithPreload(() =>
  import('#app/parts/secret/secret-dialog.tsx').then((module) => ({ default: module.SecretDialog })),
)
const BroughtBody = lazyWithPreload(() =>
  import('./brought-body.tsx').then((module) => ({ default: module.BroughtBody })),
)

export function NewTokenPage() {
  const accountId = useAccountId()
  const [search, onSearch] = usePageSearch('/accounts/$accountId/tokens/new')
  const { from, template: templateId, brought: broughtId, group: groupId, tab } = search
  const navigate = useNavigate()
  const { data: original } = useQuery({ ...tokenQuery(accountId, from ?? ''), enabled: from !== undefined })
  const catalogue = useQuery({ ...permissionGroupsQuery(accountId), throwOnError: false })
  const template = TEMPLATES.find(({ id }) => id === templateId)
  const isBrought = broughtId !== undefined && broughtToken(broughtId) !== null
  const isWaiting = from ? !original : (template ?? groupId) !== undefined && catalogue.isPending
  const createToken = useCreateToken(accountId)
  const formName = formNameOf({ from, template: template?.id, brought: broughtId }, groupId)
  const [attempt, setAttempt] = useKeptAttempt(accountId, formName)
  const isUnknown = attempt !== null && !createToken.isPending
  const look = useQuery({ ...createdTokensQuery(accountId, attempt), enabled: isUnknown })
  const [created, setCreated] = useState<{ token: Token; secret: string } | null>(null)

  const create = async (wanted: TokenDraft) => {
    // What shows the secret has to be here before there is one.
    await SecretDialog.preload()
    createToken.mutate(
      {
        name: wanted.name,
        body: createBody(wanted),
        // Of two attempts at one name nobody knows the first either: both are looked for.
        onSend: (next) => setAttempt(attempt?.name === next.name ? attempt : next),
        onSecret: (secret, token) => setCreated({ secret, token }),
      },
      {
        onSuccess: () => setAttempt(null),
        // A refusal says nothing about the attempt before it.
        onError: ({ isOutcomeUnknown }) => !isOutcomeUnknown && setAttempt(attempt),
      },
    )
  }

  const finish = (token: Token) => {
    // The secret leaves memory with this state, before anything else is shown.
    setCreated(null)
    void navigate({ href: paths.token(accountId, token.id), replace: true, ignoreBlocker: true })
  }

  const waiting = (
    <Card>
      <FormOutline lines={6} />
    </Card>
  )
  const formOf = (brought: FormValues | null) => (
    <TokenForm
      key={original?.id ?? template?.id ?? broughtId ?? groupId ?? 'blank'}
      accountId={accountId}
      initial={
        original
          ? duplicateValues(original, accountId)
          : brought
            ? brought
            : template
              ? blankValues(template.tokenName, templatePolicies(template, catalogue.data ?? []))
              : groupId
                ? blankValues('', [policyWith(groupId, catalogue.data ?? [])])
                : blankValues()
      }
      formName={formName}
      tab={tab}
      onTab={(next) => onSearch({ tab: next }, { replace: true })}
      submitLabel={isUnknown ? 'Create anyway' : 'Create token'}
      toBody={createBody}
      isPending={createToken.isPending || (isUnknown && look.isFetching)}
      isDone={created !== null}
      failure={createToken.error}
      failureTitle="The token was not created"
      attempt={attempt}
      onStartOver={() => setAttempt(null)}
      noticeTitle={isUnknown ? UNKNOWN : undefined}
      notice={
        isUnknown && (
          <UnknownOutcome
            what="the token was created"
            failure={createToken.error}
            look={look}
            onLookAgain={() => void look.refetch()}
          >
            <CreateFinding accountId={accountId} attempt={attempt} found={look.data ?? []} />
          </UnknownOutcome>
        )
      }
      onSubmit={create}
    />
  )

  return (
    <>
      <PageHeader
        back={<Link href={paths.tokens(accountId)}>Tokens</Link>}
        title={from ? 'Duplicate token' : 'Create token'}
        description="Say what it may do, where, from where and for how long. The secret is shown once, at the end."
      />
      <div className={styles.form}>
        <ReadOnlyNote accountId={accountId} />
        {broughtId && !isBrought && (
          <Note tone="caution" title="The imported token is not here any more">
            <p>It waited in the tab it was opened in. Import the file again.</p>
          </Note>
        )}
        <StartFromField
          accountId={accountId}
          start={{ from, template: template?.id, brought: isBrought ? broughtId : undefined }}
          onChange={(start) => onSearch({ ...start, group: undefined, tab: 'form' })}
        />
        {isWaiting ? (
          waiting
        ) : isBrought ? (
          <Suspense fallback={waiting}>
            <BroughtBody id={broughtId} accountId={accountId}>
              {formOf}
            </BroughtBody>
          </Suspense>
        ) : (
          formOf(null)
        )}
      </div>
      {created && (
        <Suspense>
          <SecretDialog
            accountId={accountId}
            token={created.token}
            secret={created.secret}
            onDone={() => finish(created.token)}
          />
        </Suspense>
      )}
    </>
  )
}

/** A draft each: what was typed into one is not taken for another. */
function formNameOf({ from, template, brought }: Start, groupId: string | undefined): string {
  if (from) return `copy-of-${from}`
  if (brought) return `brought-${brought}`
  if (template) return `template-${template}`
  return groupId ? `group-${groupId}` : 'new'
}

const UNKNOWN = 'It is not known whether the token was created'

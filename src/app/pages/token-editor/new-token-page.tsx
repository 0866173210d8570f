import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { toToken, toTokens } from '#app/parts/addresses.ts'
import { QuickLink } from '#app/parts/quick-link.tsx'
import { UnknownOutcome } from '#app/parts/token-actions/unknown-outcome.tsx'
import { broughtToken } from '#app/parts/brought-token.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { useCreateToken, useLookForCreated } from '#app/queries/token-writes.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import type { PageProps } from '#app/routing/route.ts'
import { useNavigate } from '#app/routing/routing.tsx'
import { Card } from '#app/ui/card.tsx'
import { later } from '#app/ui/later.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import { createBody, type TokenDraft } from '#domain/policy/request-body.ts'
import { TEMPLATES, templatePolicies } from '#domain/policy/templates.ts'
import type { TokenBodyText } from '#domain/token-json/read-token-body.ts'
import type { Token } from '#domain/token/token.ts'
import type { NewTokenSearch } from './editor-search.ts'
import { FormOutline } from './form-outline.tsx'
import { blankValues, bodyValues, duplicateValues } from './form-values.ts'
import { StartFromField, type Start } from './start-from-field.tsx'
import { TokenForm } from './token-form.tsx'
import styles from './token-editor.module.css'

const SecretDialog = later(() => import('#app/parts/secret/secret-dialog.tsx').then((module) => module.SecretDialog))
const BroughtBody = later(() => import('./brought-body.tsx').then((module) => module.BroughtBody))

export function NewTokenPage({ params, search, onSearch }: PageProps<'accountId', NewTokenSearch>) {
  const { accountId } = params
  const { from, template: templateId, brought: broughtId, tab } = search
  const navigate = useNavigate()
  const { data: original } = useQuery({ ...tokenQuery(accountId, from ?? ''), enabled: from !== undefined })
  const catalogue = useQuery({ ...permissionGroupsQuery(accountId), throwOnError: false })
  const template = TEMPLATES.find(({ id }) => id === templateId)
  const isBrought = broughtId !== undefined && broughtToken(broughtId) !== null
  const isWaiting = from ? !original : template !== undefined && catalogue.isPending
  const createToken = useCreateToken(accountId)
  const lookForCreated = useLookForCreated(accountId)
  const [sent, setSent] = useState<{ name: string; sentAt: number } | null>(null)
  const [created, setCreated] = useState<{ token: Token; secret: string } | null>(null)

  const create = (wanted: TokenDraft) => {
    const attempt = { name: wanted.name, sentAt: Date.now() }
    setSent(attempt)
    lookForCreated.reset()
    createToken.mutate(
      {
        body: createBody(wanted),
        onSecret: (secret, token) => setCreated({ secret, token }),
        loadPlace: SecretDialog.fetchCode,
      },
      { onError: ({ isOutcomeUnknown }) => isOutcomeUnknown && lookForCreated.mutate(attempt) },
    )
  }

  const finish = (token: Token) => {
    // The secret leaves memory with this state, before anything else is shown.
    setCreated(null)
    void navigate(toToken(accountId, token.id), { replace: true, ignoreGuards: true })
  }

  const waiting = (
    <Card>
      <FormOutline lines={6} />
    </Card>
  )
  const formOf = (brought: TokenBodyText | null) => (
    <TokenForm
      key={original?.id ?? template?.id ?? broughtId ?? 'blank'}
      accountId={accountId}
      initial={
        original
          ? duplicateValues(original, accountId)
          : brought
            ? bodyValues(brought, accountId, blankValues())
            : template
              ? blankValues(template.tokenName, templatePolicies(template, catalogue.data ?? []))
              : blankValues()
      }
      formName={formNameOf({ from, template: template?.id, brought: broughtId })}
      tab={tab}
      onTab={(next) => onSearch({ tab: next }, { replace: true })}
      submitLabel="Create token"
      toBody={createBody}
      isPending={createToken.isPending || lookForCreated.isPending}
      isDone={created !== null}
      failure={createToken.error}
      failureTitle="The token was not created"
      notice={
        createToken.error?.isOutcomeUnknown &&
        sent && (
          <UnknownOutcome
            what="the token was created"
            failure={createToken.error}
            look={lookForCreated}
            onLookAgain={() => lookForCreated.mutate(sent)}
          >
            <Finding accountId={accountId} found={lookForCreated.data ?? null} />
          </UnknownOutcome>
        )
      }
      onSubmit={create}
    />
  )

  return (
    <>
      <PageHeader
        back={<QuickLink href={toTokens(accountId)}>Tokens</QuickLink>}
        title={from ? 'Duplicate token' : 'Create token'}
        description="Say what it may do, where, from where and for how long. The secret is shown once, at the end."
      />
      <div className={styles.form}>
        {broughtId && !isBrought && (
          <Note tone="caution" title="The imported token is not here any more">
            <p>It waited in the tab it was opened in. Import the file again.</p>
          </Note>
        )}
        <StartFromField
          accountId={accountId}
          start={{ from, template: template?.id, brought: isBrought ? broughtId : undefined }}
          onChange={(start) => onSearch({ ...start, tab: 'form' })}
        />
        {isWaiting ? (
          waiting
        ) : isBrought ? (
          <Suspense fallback={waiting}>
            <BroughtBody id={broughtId}>{formOf}</BroughtBody>
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
function formNameOf({ from, template, brought }: Start): string {
  if (from) return `copy-of-${from}`
  if (brought) return `brought-${brought}`
  return template ? `template-${template}` : 'new'
}

function Finding({ accountId, found }: { accountId: string; found: Token | null }) {
  if (!found) {
    return (
      <p>
        <b>No token of this name has been issued since.</b> Look again in a moment; if it stays so, create it once more.
      </p>
    )
  }
  return (
    <p>
      <b>
        A token of this name was issued at <Time value={found.issuedOn} missing="" format="date-time" />.
      </b>{' '}
      Its secret was lost on the way. Do not create another:{' '}
      <QuickLink href={toToken(accountId, found.id)} how={{ ignoreGuards: true }}>
        open the token
      </QuickLink>{' '}
      and roll its secret, or delete it.
    </p>
  )
}

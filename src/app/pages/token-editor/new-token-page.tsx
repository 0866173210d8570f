import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { importedToken } from '#app/parts/imported-token.ts'
import { ReadOnlyNote } from '#app/parts/read-only-note.tsx'
import { UnknownOutcome } from '#app/parts/token-actions/unknown-outcome.tsx'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { useNavigate } from '@tanstack/react-router'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { templateById } from '#domain/operations/templates.ts'
import { templatePolicies } from '#domain/policy/template.ts'
import type { Change } from '#domain/token/diff.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { CreateOutcome } from './create-outcome.tsx'
import { blankValues, duplicateValues, type FormValues } from './form-values.ts'
import { policyWith } from './start-with-group.ts'
import { formNameOf, type Start } from './start.ts'
import { StartGallery } from './start-gallery.tsx'
import { TokenForm } from './token-form.tsx'
import { useCreation, type Created } from './use-creation.ts'
import styles from './token-editor.module.css'

const SecretDialog = lazyComponent(() => import('#app/parts/secret/secret-dialog.tsx'), 'SecretDialog')
const DifferenceDialog = lazyComponent(() => import('./difference-dialog.tsx'), 'DifferenceDialog')
const ImportedBody = lazyComponent(() => import('./imported-body.tsx'), 'ImportedBody')

export function NewTokenPage() {
  const accountId = useAccountId()
  const [search, onSearch] = usePageSearch('/accounts/$accountId/tokens/new')
  const { from, as, template: templateId, brought: importedId, group: groupId, tab } = search
  const navigate = useNavigate()
  const { data: original } = useQuery({ ...tokenQuery(accountId, from ?? ''), enabled: from !== undefined })
  const catalogue = useQuery(permissionGroupsQuery(accountId))
  const template = templateById(templateId)
  const replaces = from !== undefined && as === 'replacement'
  const isImported = importedId !== undefined && importedToken(importedId) !== null
  const isWaiting = from ? !original : (template ?? groupId) !== undefined && !catalogue.isFetched
  const formName = formNameOf({ from, as, template: template?.id, brought: importedId, group: groupId })
  const creation = useCreation(accountId, formName, SecretDialog.preload)
  const { isSending, isNotSent, failure, attempt, unknown, look, created } = creation
  const [focusesName, setFocusesName] = useState(() => tab === 'form' && hasMouse())
  const [carriedName, setCarriedName] = useState('')
  const [lastCreatedId, setLastCreatedId] = useState('')
  const [odd, setOdd] = useState<Change[]>([])

  const choose = ({ from: copied, template: chosen, group, brought }: Start) => {
    setCarriedName('')
    // The focus stays on the tile that was chosen.
    setFocusesName(chosen === undefined && copied !== undefined && hasMouse())
    onSearch({ from: copied, as: undefined, template: chosen, group, brought, tab: 'form' }, { replace: true })
  }

  const openToken = (id: string) =>
    void navigate({ href: paths.token(accountId, id), replace: true, ignoreBlocker: true })

  const finish = ({ token, odd: changes }: Created) => {
    // Before anything else is shown.
    creation.forgetCreated()
    // The next token can be begun here before the page of this one is loaded.
    setLastCreatedId(token.id)
    setCarriedName('')
    setOdd(changes)
    if (changes.length === 0) openToken(token.id)
  }

  const waiting = (
    <div className={styles.main}>
      <Card>
        <Section>
          <Skeleton lines={6} />
        </Section>
      </Card>
    </div>
  )
  const initialValues = (imported: FormValues | null) => {
    if (original) return duplicateValues(original, accountId, replaces ? 'new' : 'copy')
    if (imported) return imported
    if (template) return blankValues('', templatePolicies(template, catalogue.data ?? []))
    return groupId ? blankValues('', [policyWith(groupId, catalogue.data ?? [])]) : blankValues()
  }
  const formOf = (imported: FormValues | null) => (
    <TokenForm
      key={`${lastCreatedId} ${formName}`}
      initial={initialValues(imported)}
      formName={formName}
      exampleName={template?.exampleName}
      focusesName={focusesName}
      carriedName={carriedName}
      onCarryName={setCarriedName}
      tab={tab}
      onTab={(next) => onSearch({ tab: next }, { replace: true })}
      submitLabel={unknown ? 'Create anyway' : 'Create token'}
      isSending={isSending}
      isPending={isSending || (unknown !== null && look.isFetching)}
      isDone={created !== null}
      failure={failure}
      failureTitle={NOT_CREATED}
      attempt={attempt}
      onStartOver={creation.forgetAttempt}
      noticeTitle={isNotSent ? NOT_CREATED : unknown ? UNKNOWN : undefined}
      notice={
        isNotSent ? (
          <Note tone="critical" role="alert" title={NOT_CREATED}>
            <p>Part of Token Desk couldn’t load, so nothing was sent. Check your connection and try again.</p>
          </Note>
        ) : (
          unknown && (
            <UnknownOutcome
              what="the token was created"
              failure={failure}
              look={look}
              onLookAgain={() => void look.refetch()}
            >
              <CreateOutcome attempt={unknown} found={look.data ?? []} />
            </UnknownOutcome>
          )
        )
      }
      onSubmit={(wanted) => void creation.create(wanted)}
    />
  )

  return (
    <>
      <PageHeader
        back={<Link href={paths.tokens(accountId)}>Tokens</Link>}
        title={replaces ? 'Replace token' : from ? 'Duplicate token' : 'Create token'}
        description={replaces ? REPLACE : 'You’ll see the token secret once, after you create it.'}
        focusesHeading={!focusesName}
      />
      <div className={styles.editor} data-form-page>
        <div className={`stack ${styles.above}`}>
          <ReadOnlyNote />
          {importedId && !isImported && (
            <Note tone="caution" title="The imported token is no longer available">
              <p>It was kept in another browser tab. Import it again.</p>
            </Note>
          )}
        </div>
        <div className={styles.start}>
          <StartGallery
            start={{ from, as, template: template?.id, brought: isImported ? importedId : undefined, group: groupId }}
            copiedName={original?.name}
            onChoose={choose}
          />
        </div>
        {isWaiting ? (
          waiting
        ) : isImported ? (
          <Suspense fallback={waiting}>
            <ImportedBody id={importedId}>{formOf}</ImportedBody>
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
            onDone={() => finish(created)}
          />
        </Suspense>
      )}
      {odd.length > 0 && (
        <Suspense>
          <DifferenceDialog changes={odd} onClose={() => openToken(lastCreatedId)} />
        </Suspense>
      )}
    </>
  )
}

/** Elsewhere the focus would open a keyboard over the page. */
const hasMouse = () => window.matchMedia('(pointer: fine)').matches

const REPLACE =
  'Create the new token, put its secret wherever the old one is used, then delete the old one. You’ll see the secret once.'
const NOT_CREATED = 'Couldn’t create the token'
const UNKNOWN = 'We couldn’t confirm that the token was created'

import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { ReadOnlyNote } from '#app/parts/read-only-note.tsx'
import { UnknownOutcome } from '#app/parts/token-actions/unknown-outcome.tsx'
import { titleOf } from '#app/parts/title-of.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useRememberOpened } from '#app/queries/recent-tokens.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { CatchBoundary, useNavigate, useParams } from '@tanstack/react-router'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import type { Change } from '#domain/token/diff.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { judgeUpdate } from '#domain/token/update-outcome.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { EditFailure } from './edit-failure.tsx'
import { readDraft } from './form-draft.ts'
import { editValues } from './form-values.ts'
import { GoneNote } from './gone-note.tsx'
import { suggestedChange } from './suggested-change.ts'
import { TokenForm } from './token-form.tsx'
import styles from './token-editor.module.css'
import { useSaving } from './use-saving.ts'

const DifferenceDialog = lazyComponent(() => import('./difference-dialog.tsx'), 'DifferenceDialog')

export function EditTokenPage() {
  return (
    <CatchBoundary getResetKey={() => ''} errorComponent={EditFailure}>
      <TokenEditor />
    </CatchBoundary>
  )
}

function TokenEditor() {
  const accountId = useAccountId()
  const { tokenId } = useParams({ from: '/accounts/$accountId/tokens/$tokenId/edit' })
  const [search, onSearch] = usePageSearch('/accounts/$accountId/tokens/$tokenId/edit')
  const navigate = useNavigate()
  const toast = useToast()
  const { data } = useSuspenseQuery(tokenQuery(accountId, tokenId))
  useRememberOpened(accountId, tokenId)
  // The form stays with the token it was opened on: a refetch in the background must not change it.
  const [base, setBase] = useState(() => readDraft(accountId, tokenId)?.base ?? data)
  const [suggested] = useState(() => (search.fix ? suggestedChange(accountId, data) : null))
  const [odd, setOdd] = useState<Change[]>([])
  const saving = useSaving(accountId, base, (changes) => {
    setOdd(changes)
    if (changes.length > 0) return
    toast({ message: 'Changes saved' })
    openToken()
  })
  const { wanted, isSaving, failure, conflict, look, forgetFailure } = saving

  // The focus is outside React. It is for the arrival alone.
  useEffect(() => {
    if (search.policy !== undefined)
      document.querySelectorAll<HTMLElement>('[data-opens-policy]')[Number(search.policy) - 1]?.focus()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  /** In the place of the form, which is done: Back leads to where it was opened. */
  const openToken = () => void navigate({ href: paths.token(accountId, tokenId), replace: true, ignoreBlocker: true })

  const gone = conflict && !conflict.theirs && (
    <GoneNote base={base} tone="critical" role="alert" title={GONE}>
      Your changes are still here.
    </GoneNote>
  )
  const unknown = failure?.isOutcomeUnknown && wanted && (
    <UnknownOutcome what="the changes were saved" failure={failure} look={look} onLookAgain={saving.lookAgain}>
      <UpdateOutcome before={base} found={look.data ?? null} wanted={wanted} />
    </UnknownOutcome>
  )

  return (
    <>
      <PageHeader
        back={
          <>
            <Link href={paths.tokens(accountId)}>Tokens</Link>
            <Link href={paths.token(accountId, tokenId)}>
              <TokenName name={base.name} />
            </Link>
          </>
        }
        title="Edit token"
        titleText={`Edit ${titleOf(base.name)}`}
        description="Changes apply immediately. The secret doesn’t change."
      />
      <div className={styles.editor} data-form-page>
        <div className={styles.above}>
          <ReadOnlyNote />
          {suggested && <Note {...suggested.note} />}
        </div>
        <TokenForm
          stored={base}
          initial={editValues(base, accountId)}
          suggested={suggested?.values ?? null}
          conflict={conflict?.theirs && wanted ? { theirs: conflict.theirs, wanted } : null}
          onRebase={(theirs) => {
            setBase(theirs)
            forgetFailure()
          }}
          onConflictClosed={forgetFailure}
          onStartOver={() => {
            setBase(data)
            forgetFailure()
            return editValues(data, accountId)
          }}
          tab={search.tab}
          onTab={(next) => onSearch({ tab: next }, { replace: true })}
          submitLabel="Save changes"
          isSending={isSaving}
          isPending={isSaving || look.isPending}
          isDone={saving.isSaved}
          // A conflict is told by its dialog.
          failure={conflict?.theirs ? null : failure}
          failureTitle="Couldn’t save the changes"
          notice={gone || unknown}
          noticeTitle={gone ? GONE : unknown ? 'We couldn’t confirm that the changes were saved' : undefined}
          onSubmit={saving.save}
        />
      </div>
      {odd.length > 0 && (
        <Suspense>
          <DifferenceDialog changes={odd} onClose={openToken} />
        </Suspense>
      )}
    </>
  )
}

const GONE = 'This token was deleted'

function UpdateOutcome({ before, found, wanted }: { before: Token; found: Token | null; wanted: TokenDraft }) {
  if (!found) return <p>This token no longer exists.</p>
  // The moment only matters for starts that lie behind.
  const outcome = judgeUpdate(before, found, wanted, Date.parse(found.modifiedOn ?? '') || 0)
  if (outcome === 'saved') return <p>The changes were saved.</p>
  return outcome === 'unchanged' ? (
    <p>
      <b>Cloudflare shows no change to the token so far.</b> A change may show late: check again in a moment, or save
      again. Saving twice does no harm.
    </p>
  ) : (
    <p>
      <b>The token changed, but not to this version.</b> Save again to compare both.
    </p>
  )
}

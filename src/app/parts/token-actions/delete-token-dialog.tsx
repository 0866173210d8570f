import { useState } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { useDeleteToken, useLookAgain } from '#app/queries/token-writes.ts'
import { useToast } from '#app/ui/use-toast.ts'
import { summarizeResources } from '#domain/policy/summary.ts'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'
import { AcknowledgeOwnToken } from './acknowledge-own-token.tsx'
import { TypeToConfirm } from './type-to-confirm.tsx'
import { UnknownOutcome } from './unknown-outcome.tsx'
import { useEndConfirmation } from './use-end-confirmation.ts'

type DeleteTokenDialogProps = { accountId: string; token: Token; onClose: () => void; onDeleted: () => void }

/** Shows the token and what it can do, and deletes it. A token that is already gone counts as deleted. */
export function DeleteTokenDialog({ accountId, token, onClose, onDeleted }: DeleteTokenDialogProps) {
  const deleteToken = useDeleteToken(accountId)
  const lookAgain = useLookAgain(accountId)
  const toast = useToast()
  const [needsWord] = useState(() => token.status === 'active' && wasUsedLately(token, Date.now()))
  const confirmation = useEndConfirmation(accountId, token, { needsWord })
  const groupCount = new Set(token.policies.flatMap((policy) => policy.permission_groups.map(({ id }) => id))).size
  const isBusy = deleteToken.isPending || lookAgain.isPending

  const finish = () => {
    toast({ message: `Deleted “${token.name || token.id}”` })
    onDeleted()
  }
  const look = () => lookAgain.mutate(token.id, { onSuccess: (found) => !found && finish() })
  const confirm = () => {
    lookAgain.reset()
    deleteToken.mutate(token.id, {
      onSuccess: finish,
      onError: ({ isOutcomeUnknown }) => isOutcomeUnknown && look(),
    })
  }

  return (
    <ActionDialog
      token={token}
      verb="Delete"
      description="Whatever still uses this token loses access at once. This cannot be undone."
      isBusy={isBusy}
      onClose={onClose}
      confirm={{
        label: 'Delete token',
        tone: 'danger-solid',
        busy: deleteToken.isPending,
        disabled: !confirmation.isReady || lookAgain.isPending,
        onClick: confirm,
      }}
    >
      <p>
        It holds {groupCount} permission {groupCount === 1 ? 'group' : 'groups'} on{' '}
        {summarizeResources(token.policies, accountId).toLowerCase()}.
      </p>
      <LastUse token={token} />
      {token.status === 'active' && <p>If you are not sure, disable it first: that can be taken back.</p>}
      {confirmation.isOwn && (
        <AcknowledgeOwnToken checked={confirmation.isAware} onChange={confirmation.setIsAware}>
          Deleting it locks this app out of the account until its server gets another token.
        </AcknowledgeOwnToken>
      )}
      {needsWord && <TypeToConfirm token={token} value={confirmation.typed} onChange={confirmation.setTyped} />}
      {deleteToken.error?.isOutcomeUnknown && (
        <UnknownOutcome what="the token was deleted" failure={deleteToken.error} look={lookAgain} onLookAgain={look}>
          <p>
            <b>It is still there.</b> Look again in a moment, or delete it once more: a second delete does no harm.
          </p>
        </UnknownOutcome>
      )}
      {deleteToken.error && !deleteToken.error.isOutcomeUnknown && (
        <FailureNote failure={deleteToken.error} title="The token could not be deleted" />
      )}
    </ActionDialog>
  )
}

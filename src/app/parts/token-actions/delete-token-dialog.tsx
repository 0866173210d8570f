import { useDeleteToken } from '#app/queries/token-writes.ts'
import { useToast } from '#app/ui/use-toast.ts'
import { summarizeResources } from '#domain/policy/summary.ts'
import { count } from '#domain/text/plural.ts'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'

type DeleteTokenDialogProps = { accountId: string; token: Token; onClose: () => void; onDeleted: () => void }

/** Shows the token and what it can do, and deletes it. A token that is already gone counts as deleted. */
export function DeleteTokenDialog({ accountId, token, onClose, onDeleted }: DeleteTokenDialogProps) {
  const deleteToken = useDeleteToken(accountId)
  const toast = useToast()
  const groupCount = new Set(token.policies.flatMap((policy) => policy.permission_groups.map(({ id }) => id))).size

  const finish = () => {
    toast({ message: `Deleted “${token.name || token.id}”` })
    onDeleted()
  }

  return (
    <ActionDialog
      accountId={accountId}
      token={token}
      verb="Delete"
      description="Whatever still uses this token loses access at once. This cannot be undone."
      label="Delete token"
      tone="danger-solid"
      outcome="the token was deleted"
      failedTitle="The token could not be deleted"
      needsWord={(now) => token.status === 'active' && wasUsedLately(token, now)}
      ownWarning="Deleting it locks this app out of the account until its server gets another token."
      action={deleteToken}
      onConfirm={({ onError }) => deleteToken.mutate(token.id, { onSuccess: finish, onError })}
      onFound={(found) => !found && finish()}
      renderFinding={() => (
        <p>
          <b>It is still there.</b> Look again in a moment, or delete it once more: a second delete does no harm.
        </p>
      )}
      onClose={onClose}
    >
      <p>
        It holds {count(groupCount, 'permission group')} on{' '}
        {summarizeResources(token.policies, accountId).toLowerCase()}.
      </p>
      <LastUse token={token} />
      {token.status === 'active' && <p>If you are not sure, disable it first: that can be taken back.</p>}
    </ActionDialog>
  )
}

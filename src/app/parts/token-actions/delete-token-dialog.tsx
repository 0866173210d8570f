import { useState } from 'react'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { useDeleteToken } from '#app/queries/token-writes.ts'
import { Button } from '#app/ui/button.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import { summarizeResources } from '#domain/policy/summary.ts'
import { count } from '#domain/text/plural.ts'
import { isOff, wasUsedLately } from '#domain/token/confirmation.ts'
import { nameInText } from '#domain/token/name.ts'
import { hasPolicyList } from '#domain/token/policy-list.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'
import { TokenStatusDialog } from './token-status-dialog.tsx'

type DeleteTokenDialogProps = { accountId: string; token: Token; onClose: () => void; onDeleted: () => void }

/** Shows the token and what it can do, and deletes it. A token that is already gone counts as deleted. */
export function DeleteTokenDialog({ accountId, token, onClose, onDeleted }: DeleteTokenDialogProps) {
  const deleteToken = useDeleteToken(accountId)
  const toast = useToast()
  const isOwn = useOwnTokenId(accountId) === token.id
  const [disables, setDisables] = useState(false)
  const groupCount = new Set(token.policies.flatMap((policy) => policy.permission_groups.map(({ id }) => id))).size

  if (disables) return <TokenStatusDialog accountId={accountId} token={token} change="disable" onClose={onClose} />

  const finish = () => {
    toast({ message: `Deleted “${nameInText(token)}”` })
    onDeleted()
  }

  return (
    <ActionDialog
      accountId={accountId}
      token={token}
      verb="Delete"
      description={`${isOff(token) ? `It is ${token.status}, so nothing works with it now.` : 'Anything using this token loses access immediately.'} This can’t be undone.`}
      label="Delete token"
      tone="danger-solid"
      outcome="the token was deleted"
      failedTitle="Couldn’t delete the token"
      needsWord={(now) => token.status === 'active' && wasUsedLately(token, now)}
      ownWarning={{
        server: 'Token Desk loses access until its server has another token.',
        signedIn: 'You are signed out by this. Sign in again with another token.',
      }}
      action={deleteToken}
      onConfirm={({ onError }) => deleteToken.mutate(token.id, { onSuccess: finish, onError })}
      onFound={(found) => !found && finish()}
      renderOutcome={() => (
        <p>
          <b>It still exists.</b> Check again in a moment, or delete it again. Deleting twice does no harm.
        </p>
      )}
      onClose={onClose}
    >
      <p>
        {hasPolicyList(token)
          ? `It has ${count(groupCount, 'permission group')}. Resources: ${summarizeResources(token.policies, accountId)}.`
          : 'Its permissions and resources can’t be read.'}
      </p>
      <LastUse token={token} />
      {token.status === 'active' && !isOwn && (
        <p>
          Not sure? You can undo disabling it.{' '}
          <Button size="small" disabled={deleteToken.isPending} onClick={() => setDisables(true)}>
            Disable instead
          </Button>
        </p>
      )}
    </ActionDialog>
  )
}

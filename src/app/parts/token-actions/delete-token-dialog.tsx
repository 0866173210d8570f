import { FailureNote } from '#app/parts/failure-note.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useDeleteToken } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import type { Token } from '#domain/token/token.ts'
import { summarizeResources } from '#domain/policy/summary.ts'
import { LastUse } from './last-use.tsx'
import { OwnCredentialNote } from './own-credential-note.tsx'

type DeleteTokenDialogProps = { accountId: string; token: Token; onClose: () => void; onDeleted: () => void }

export function DeleteTokenDialog({ accountId, token, onClose, onDeleted }: DeleteTokenDialogProps) {
  const deleteToken = useDeleteToken(accountId)
  const toast = useToast()
  const groupCount = new Set(token.policies.flatMap((policy) => policy.permission_groups.map(({ id }) => id))).size

  const confirm = () =>
    deleteToken.mutate(token.id, {
      onSuccess: () => {
        toast({ message: `Deleted “${token.name || token.id}”` })
        onDeleted()
      },
    })

  return (
    <Dialog
      title={
        <>
          Delete “<TokenName name={token.name} />
          ”?
        </>
      }
      description="Whatever still uses this token loses access at once. This cannot be undone."
      onClose={deleteToken.isPending ? ignore : onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose} disabled={deleteToken.isPending}>
            Cancel
          </Button>
          <Button tone="danger-solid" busy={deleteToken.isPending} onClick={confirm}>
            Delete token
          </Button>
        </>
      }
    >
      <OwnCredentialNote accountId={accountId} tokenId={token.id}>
        Deleting it locks this app out of the account until its server gets another token.
      </OwnCredentialNote>
      <p>
        It holds {groupCount} permission {groupCount === 1 ? 'group' : 'groups'} on{' '}
        {summarizeResources(token.policies, accountId).toLowerCase()}.
      </p>
      <LastUse token={token} />
      {token.status === 'active' && <p>If you are not sure, disable it first: that can be taken back.</p>}
      {deleteToken.isError && <FailureNote failure={deleteToken.error} title={failureTitle(deleteToken.error)} />}
    </Dialog>
  )
}

const ignore = () => {}

const failureTitle = ({ isOutcomeUnknown }: { isOutcomeUnknown: boolean }) =>
  isOutcomeUnknown ? 'It is not known whether the token was deleted' : 'The token could not be deleted'

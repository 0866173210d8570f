import { FailureNote } from '#app/parts/failure-note.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useSetTokenStatus } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import type { Token } from '#domain/token/token.ts'
import { LastUse } from './last-use.tsx'
import { OwnCredentialNote } from './own-credential-note.tsx'

type TokenStatusDialogProps = {
  accountId: string
  token: Token
  change: 'disable' | 'enable'
  onClose: () => void
}

/** Turns a token off, or on again. Both can be taken back, and the toast offers it. */
export function TokenStatusDialog({ accountId, token, change, onClose }: TokenStatusDialogProps) {
  const setStatus = useSetTokenStatus(accountId, token.id)
  const toast = useToast()
  const words = WORDS[change]
  const name = token.name || token.id

  const undo = () =>
    setStatus.mutateAsync(WORDS[words.opposite].status).then(
      () => toast({ message: `${WORDS[words.opposite].done} “${name}”` }),
      () => toast({ tone: 'critical', message: `“${name}” could not be changed back. Open it and try again.` }),
    )
  const confirm = () =>
    setStatus.mutate(words.status, {
      onSuccess: () => {
        toast({ message: `${words.done} “${name}”`, action: { label: 'Undo', onClick: () => void undo() } })
        onClose()
      },
    })

  return (
    <Dialog
      title={
        <>
          {words.verb} “<TokenName name={token.name} />
          ”?
        </>
      }
      description={words.effect}
      onClose={setStatus.isPending ? ignore : onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose} disabled={setStatus.isPending}>
            Cancel
          </Button>
          <Button tone={change === 'disable' ? 'danger-solid' : 'primary'} busy={setStatus.isPending} onClick={confirm}>
            {words.verb} token
          </Button>
        </>
      }
    >
      {change === 'disable' && (
        <OwnCredentialNote accountId={accountId} tokenId={token.id}>
          Disabling it locks this app out of the account; it cannot enable it again by itself.
        </OwnCredentialNote>
      )}
      <LastUse token={token} />
      {setStatus.isError && (
        <FailureNote
          failure={setStatus.error}
          title={
            setStatus.error.isOutcomeUnknown
              ? `It is not known whether the token was ${words.done.toLowerCase()}`
              : `The token could not be ${words.done.toLowerCase()}`
          }
        />
      )}
    </Dialog>
  )
}

const ignore = () => {}

const WORDS = {
  disable: {
    verb: 'Disable',
    done: 'Disabled',
    status: 'disabled',
    opposite: 'enable',
    effect: 'Whatever uses this token is refused until it is enabled again. Its secret and policies stay.',
  },
  enable: {
    verb: 'Enable',
    done: 'Enabled',
    status: 'active',
    opposite: 'disable',
    effect: 'Whatever holds its secret can act on this account again.',
  },
} as const

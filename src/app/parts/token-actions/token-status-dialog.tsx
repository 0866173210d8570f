import { FailureNote } from '#app/parts/failure-note.tsx'
import { useLookAgain, useSetTokenStatus } from '#app/queries/token-writes.ts'
import { useToast } from '#app/ui/use-toast.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'
import { AcknowledgeOwnToken } from './acknowledge-own-token.tsx'
import { UnknownOutcome } from './unknown-outcome.tsx'
import { useEndConfirmation } from './use-end-confirmation.ts'

type TokenStatusDialogProps = {
  accountId: string
  token: Token
  change: 'disable' | 'enable'
  onClose: () => void
}

/** Disables or enables a token. The toast offers to undo it. */
export function TokenStatusDialog({ accountId, token, change, onClose }: TokenStatusDialogProps) {
  const setStatus = useSetTokenStatus(accountId, token.id)
  const lookAgain = useLookAgain(accountId)
  const confirmation = useEndConfirmation(accountId, token, { needsWord: false })
  const isHarmful = change === 'disable' && confirmation.isOwn
  const isBusy = setStatus.isPending || lookAgain.isPending
  const toast = useToast()
  const words = WORDS[change]
  const name = token.name || token.id

  const undo = () =>
    setStatus.mutateAsync(WORDS[words.opposite].status).then(
      () => toast({ message: `${WORDS[words.opposite].done} “${name}”` }),
      () => toast({ tone: 'critical', message: `“${name}” could not be changed back. Open it and try again.` }),
    )
  const finish = () => {
    toast({ message: `${words.done} “${name}”`, action: { label: 'Undo', onClick: () => void undo() } })
    onClose()
  }
  const look = () => lookAgain.mutate(token.id, { onSuccess: (found) => found?.status === words.status && finish() })
  const confirm = () => {
    lookAgain.reset()
    setStatus.mutate(words.status, {
      onSuccess: finish,
      onError: ({ isOutcomeUnknown }) => isOutcomeUnknown && look(),
    })
  }

  return (
    <ActionDialog
      token={token}
      verb={words.verb}
      description={words.effect}
      isBusy={isBusy}
      onClose={onClose}
      confirm={{
        label: `${words.verb} token`,
        tone: change === 'disable' ? 'danger-solid' : 'primary',
        busy: setStatus.isPending,
        disabled: (isHarmful && !confirmation.isReady) || lookAgain.isPending,
        onClick: confirm,
      }}
    >
      <LastUse token={token} />
      {isHarmful && (
        <AcknowledgeOwnToken checked={confirmation.isAware} onChange={confirmation.setIsAware}>
          Disabling it locks this app out of the account; it cannot enable it again by itself.
        </AcknowledgeOwnToken>
      )}
      {setStatus.error?.isOutcomeUnknown && (
        <UnknownOutcome
          what={`the token was ${words.done.toLowerCase()}`}
          failure={setStatus.error}
          look={lookAgain}
          onLookAgain={look}
        >
          <p>
            <b>{lookAgain.data ? `It is still ${lookAgain.data.status}.` : 'It is not there any more.'}</b> Look again
            in a moment, or try once more.
          </p>
        </UnknownOutcome>
      )}
      {setStatus.error && !setStatus.error.isOutcomeUnknown && (
        <FailureNote failure={setStatus.error} title={`The token could not be ${words.done.toLowerCase()}`} />
      )}
    </ActionDialog>
  )
}

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

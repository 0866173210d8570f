import { useSetTokenStatus } from '#app/queries/token-writes.ts'
import { useToast } from '#app/ui/use-toast.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'

type TokenStatusDialogProps = {
  accountId: string
  token: Token
  change: 'disable' | 'enable'
  onClose: () => void
}

/** Disables or enables a token. The toast offers to undo it. */
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
  const finish = () => {
    toast({ message: `${words.done} “${name}”`, action: { label: 'Undo', onClick: () => void undo() } })
    onClose()
  }

  return (
    <ActionDialog
      accountId={accountId}
      token={token}
      verb={words.verb}
      description={words.effect}
      label={`${words.verb} token`}
      tone={words.tone}
      outcome={`the token was ${words.done.toLowerCase()}`}
      failedTitle={`The token could not be ${words.done.toLowerCase()}`}
      needsWord={() => false}
      ownWarning={words.ownWarning}
      action={setStatus}
      onConfirm={({ onError }) => setStatus.mutate(words.status, { onSuccess: finish, onError })}
      onFound={(found) => found?.status === words.status && finish()}
      renderFinding={(found) => (
        <p>
          <b>{found ? `It is still ${found.status}.` : 'It is not there any more.'}</b> Look again in a moment, or try
          once more.
        </p>
      )}
      onClose={onClose}
    >
      <LastUse token={token} />
    </ActionDialog>
  )
}

const WORDS = {
  disable: {
    verb: 'Disable',
    done: 'Disabled',
    status: 'disabled',
    opposite: 'enable',
    tone: 'danger-solid',
    ownWarning: 'Disabling it locks this app out of the account; it cannot enable it again by itself.',
    effect: 'Whatever uses this token is refused until it is enabled again. Its secret and policies stay.',
  },
  enable: {
    verb: 'Enable',
    done: 'Enabled',
    status: 'active',
    opposite: 'disable',
    tone: 'primary',
    ownWarning: null,
    effect: 'Whatever holds its secret can act on this account again.',
  },
} as const

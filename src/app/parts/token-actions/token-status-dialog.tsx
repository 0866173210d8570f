import { useState } from 'react'
import { watchUser } from '#app/parts/kept-in-tab.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { isApiFailure } from '#app/queries/failures.ts'
import { useSetTokenStatus } from '#app/queries/token-writes.ts'
import { useToast } from '#app/ui/use-toast.ts'
import { nameInText } from '#domain/token/name.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'

type TokenStatusDialogProps = {
  accountId: string
  token: Token
  change: 'disable' | 'enable'
  onClose: () => void
}

/** Disables or enables a token. The toast offers to undo it, where that is possible. */
export function TokenStatusDialog({ accountId, token, change, onClose }: TokenStatusDialogProps) {
  const setStatus = useSetTokenStatus(accountId, token.id)
  const toast = useToast()
  const words = WORDS[change]
  const name = nameInText(token)
  const isOwn = useOwnTokenId(accountId) === token.id
  // From the start: the dialog stays where an answer is awaited while the user signs out in another tab.
  const [isOver] = useState(watchUser)

  const undo = () => {
    if (isOver()) return toast({ tone: 'critical', message: `Signed out since then: “${name}” wasn’t changed back.` })
    return setStatus.mutateAsync(WORDS[words.opposite].status).then(
      () => toast({ message: `${WORDS[words.opposite].done} “${name}”` }),
      (error: unknown) =>
        toast({
          tone: 'critical',
          message:
            isApiFailure(error) && error.isOutcomeUnknown
              ? `We couldn’t confirm that “${name}” was ${WORDS[words.opposite].done.toLowerCase()}. Open it to check.`
              : `“${name}” couldn’t be changed back. Open it and try again.`,
        }),
    )
  }
  const finish = () => {
    // A token that is disabled cannot enable itself.
    const action = isOwn ? undefined : { label: 'Undo', onClick: () => void undo() }
    toast({ message: `${words.done} “${name}”`, ...(action && { action }) })
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
      failedTitle={`Couldn’t ${words.verb.toLowerCase()} the token`}
      needsWord={() => false}
      ownWarning={words.ownWarning}
      action={setStatus}
      onConfirm={({ onError }) => setStatus.mutate(words.status, { onSuccess: finish, onError })}
      onFound={(found) => found?.status === words.status && finish()}
      renderOutcome={(found) => (
        <p>
          <b>{found ? `It is still ${found.status}.` : 'This token no longer exists.'}</b> Check again in a moment, or
          try again.
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
    ownWarning: {
      server: 'Token Desk loses access to this account and can’t re-enable the token.',
      signedIn: 'You are signed out by this. Only another token can re-enable it.',
    },
    effect: 'Requests with this token will fail until it is re-enabled.',
  },
  enable: {
    verb: 'Enable',
    done: 'Enabled',
    status: 'active',
    opposite: 'disable',
    tone: 'primary',
    ownWarning: null,
    effect: 'Anyone holding its secret can use this account again.',
  },
} as const

import { useState } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { Help } from '#app/parts/help/help.tsx'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { forgetNewSecret, keepRoll } from '#app/parts/secret/kept-new-secrets.ts'
import { SecretDialog } from '#app/parts/secret/secret-dialog.tsx'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { useRollToken } from '#app/queries/token-writes.ts'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'
import { RollOutcome } from './roll-outcome.tsx'

type RollTokenDialogProps = { accountId: string; token: Token; onClose: () => void }

/** Asks, rolls, and shows the new secret once. The secret is only in this component's state. */
export function RollTokenDialog({ accountId, token, onClose }: RollTokenDialogProps) {
  const rollToken = useRollToken(accountId, token.id)
  const [secret, setSecret] = useState<string | null>(null)
  // The token right before the last attempt.
  const [before, setBefore] = useState<Token | null>(null)
  const isOwn = useOwnTokenId(accountId) === token.id

  const onSend = (now: Token | null) => {
    setBefore(now)
    keepRoll(accountId, token.id, now)
  }

  if (secret !== null) {
    return (
      <SecretDialog
        accountId={accountId}
        token={token}
        secret={secret}
        isOwn={isOwn}
        isRolled
        onDone={() => {
          setSecret(null)
          onClose()
        }}
      />
    )
  }

  return (
    <ActionDialog
      accountId={accountId}
      token={token}
      verb="Roll the secret of"
      description="The current secret stops working immediately. This can’t be undone."
      label="Roll secret"
      tone="danger-solid"
      outcome="the secret was rolled"
      failedTitle="Couldn’t roll the secret"
      needsWord={(now) => wasUsedLately(token, now)}
      ownWarning={{
        server: 'Token Desk loses access until its server has the new secret.',
        signedIn: 'You are signed out by this. Sign in again with the new secret.',
      }}
      action={rollToken}
      onConfirm={({ onError }) => rollToken.mutate({ onSend, onSecret: setSecret }, { onError: orForget(onError) })}
      renderOutcome={(found) => <RollOutcome before={before} found={found} />}
      onClose={() => {
        forgetNewSecret()
        onClose()
      }}
    >
      <LastUse token={token} />
      <p>
        To avoid an outage,{' '}
        <Link
          href={paths.newToken(accountId, { from: token.id, as: 'replacement' })}
          onClick={(event) => (rollToken.isPending ? event.preventDefault() : onClose())}
        >
          create a replacement
        </Link>
        , switch to its secret, then delete this token. <Help topic="roll" />
      </p>
    </ActionDialog>
  )
}

/** What the API refused has not taken the old secret away. */
const orForget = (onError: (failure: ApiFailure) => void) => (failure: ApiFailure) => {
  if (!failure.isOutcomeUnknown) forgetNewSecret()
  onError(failure)
}

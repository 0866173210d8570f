import { useState } from 'react'
import { Help } from '#app/parts/help/help.tsx'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { SecretDialog } from '#app/parts/secret/secret-dialog.tsx'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { useRollToken } from '#app/queries/token-writes.ts'
import { Time } from '#app/ui/time.tsx'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import { looksRolled } from '#domain/token/outcome.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'

type RollTokenDialogProps = { accountId: string; token: Token; onClose: () => void }

/** Asks, rolls, and shows the new secret once. The secret is only in this component's state. */
export function RollTokenDialog({ accountId, token, onClose }: RollTokenDialogProps) {
  const rollToken = useRollToken(accountId, token.id)
  const [secret, setSecret] = useState<string | null>(null)
  // The token right before the last attempt.
  const [before, setBefore] = useState<Token | null>(null)
  const isOwn = useOwnTokenId(accountId) === token.id

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
      onConfirm={(handlers) => rollToken.mutate({ onSend: setBefore, onSecret: setSecret }, handlers)}
      renderOutcome={(found) => <RollOutcome before={before} found={found} />}
      onClose={onClose}
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

function RollOutcome({ before, found }: { before: Token | null; found: Token | null }) {
  if (!found) return <p>This token no longer exists.</p>
  const isRolled = looksRolled(before, found)
  if (isRolled === null) {
    return (
      <p>
        <b>We can’t tell from the token whether its secret was rolled.</b> Verify the old secret: if it still works, it
        wasn’t.
      </p>
    )
  }
  return isRolled ? (
    <p>
      <b>
        It was modified on <Time value={found.modifiedOn} missing="" format="date-time" />,
      </b>{' '}
      so the secret was probably rolled, but we never received the new one. Roll again.
    </p>
  ) : (
    <p>
      <b>Cloudflare shows no change to the token so far,</b> so the old secret probably still works. A change may show
      late: check again in a moment before you roll it again.
    </p>
  )
}

import { useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { SecretDialog } from '#app/parts/secret/secret-dialog.tsx'
import { useLookAgain, useRollToken } from '#app/queries/token-writes.ts'
import { Time } from '#app/ui/time.tsx'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import { looksRolled } from '#domain/token/outcome.ts'
import type { Token } from '#domain/token/token.ts'
import { ActionDialog } from './action-dialog.tsx'
import { LastUse } from './last-use.tsx'
import { AcknowledgeOwnToken } from './acknowledge-own-token.tsx'
import { TypeToConfirm } from './type-to-confirm.tsx'
import { UnknownOutcome } from './unknown-outcome.tsx'
import { useEndConfirmation } from './use-end-confirmation.ts'

type RollTokenDialogProps = { accountId: string; token: Token; onClose: () => void }

/** Asks, rolls, and shows the new secret once. The secret is only in this component's state. */
export function RollTokenDialog({ accountId, token, onClose }: RollTokenDialogProps) {
  const rollToken = useRollToken(accountId, token.id)
  const lookAgain = useLookAgain(accountId)
  const [secret, setSecret] = useState<string | null>(null)
  // The token before the last attempt; the `token` prop follows the stored one.
  const [before, setBefore] = useState(token)
  const [needsWord] = useState(() => wasUsedLately(token, Date.now()))
  const confirmation = useEndConfirmation(accountId, token, { needsWord })
  const isBusy = rollToken.isPending || lookAgain.isPending

  const roll = () => {
    setBefore(lookAgain.data ?? before)
    lookAgain.reset()
    rollToken.mutate(setSecret, {
      onError: ({ isOutcomeUnknown }) => isOutcomeUnknown && lookAgain.mutate(token.id),
    })
  }

  if (secret !== null) {
    return (
      <SecretDialog
        accountId={accountId}
        token={token}
        secret={secret}
        isOwn={confirmation.isOwn}
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
      token={token}
      verb="Roll the secret of"
      description="The token gets a new secret and the old one stops at once. Its id, policies and limits stay. There is no way back."
      isBusy={isBusy}
      onClose={onClose}
      confirm={{
        label: 'Roll secret',
        tone: 'danger-solid',
        busy: rollToken.isPending,
        disabled: !confirmation.isReady || lookAgain.isPending,
        onClick: roll,
      }}
    >
      <LastUse token={token} />
      <p>
        To change the secret without an outage,{' '}
        <Link href={paths.newToken(accountId, { from: token.id })} onClick={onClose}>
          replace the token instead
        </Link>
        : create a copy, hand over its secret, and delete this one once it is no longer used.
      </p>
      {confirmation.isOwn && (
        <AcknowledgeOwnToken checked={confirmation.isAware} onChange={confirmation.setIsAware}>
          After rolling it this app is locked out until its server is given the new secret.
        </AcknowledgeOwnToken>
      )}
      {needsWord && <TypeToConfirm token={token} value={confirmation.typed} onChange={confirmation.setTyped} />}
      {rollToken.error?.isOutcomeUnknown && (
        <UnknownOutcome
          what="the secret was rolled"
          failure={rollToken.error}
          look={lookAgain}
          onLookAgain={() => lookAgain.mutate(token.id)}
        >
          <RollFinding before={before} found={lookAgain.data ?? null} />
        </UnknownOutcome>
      )}
      {rollToken.error && !rollToken.error.isOutcomeUnknown && (
        <FailureNote failure={rollToken.error} title="The secret could not be rolled" />
      )}
    </ActionDialog>
  )
}

function RollFinding({ before, found }: { before: Token; found: Token | null }) {
  if (!found) return <p>The token is not there any more.</p>
  const isRolled = looksRolled(before, found)
  if (isRolled === null) {
    return (
      <p>
        <b>The API does not say when this token was changed,</b> so nothing tells whether the secret was rolled. Verify
        the old secret: if it still works, it was not.
      </p>
    )
  }
  return isRolled ? (
    <p>
      <b>
        It was changed at <Time value={found.modifiedOn} missing="" format="date-time" />,
      </b>{' '}
      so the secret was very likely rolled and the new one lost on its way. The old one no longer works then. Roll it
      again to get a secret.
    </p>
  ) : (
    <p>
      <b>The token has not changed,</b> so the old secret very likely still works. Look again in a moment before you
      roll it once more.
    </p>
  )
}

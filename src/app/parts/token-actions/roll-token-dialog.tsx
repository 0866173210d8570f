import { useState } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { SecretDialog } from '#app/parts/secret/secret-dialog.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useRollToken } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { Token } from '#domain/token/token.ts'
import { LastUse } from './last-use.tsx'
import { OwnCredentialNote } from './own-credential-note.tsx'

type RollTokenDialogProps = { accountId: string; token: Token; onClose: () => void }

/** Asks, rolls, and shows the new secret once. The secret lives in this component and ends with it. */
export function RollTokenDialog({ accountId, token, onClose }: RollTokenDialogProps) {
  const rollToken = useRollToken(accountId, token.id)
  const [secret, setSecret] = useState<string | null>(null)

  if (secret !== null) return <SecretDialog accountId={accountId} token={token} secret={secret} onDone={onClose} />

  return (
    <Dialog
      title={
        <>
          Roll the secret of “<TokenName name={token.name} />
          ”?
        </>
      }
      description="The token gets a new secret and the old one stops at once. Its id, policies and limits stay. There is no way back."
      onClose={rollToken.isPending ? ignore : onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose} disabled={rollToken.isPending}>
            Cancel
          </Button>
          <Button tone="danger-solid" busy={rollToken.isPending} onClick={() => rollToken.mutate(setSecret)}>
            Roll secret
          </Button>
        </>
      }
    >
      <OwnCredentialNote accountId={accountId} tokenId={token.id}>
        After rolling it this app is locked out until its server is given the new secret.
      </OwnCredentialNote>
      <LastUse token={token} />
      <p>For a change without an outage create a duplicate, hand over its secret, and delete this one afterwards.</p>
      {rollToken.isError && (
        <FailureNote
          failure={rollToken.error}
          title={
            rollToken.error.isOutcomeUnknown
              ? 'It is not known whether the secret was rolled'
              : 'The secret could not be rolled'
          }
        />
      )}
    </Dialog>
  )
}

const ignore = () => {}

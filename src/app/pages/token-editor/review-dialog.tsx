import { useState } from 'react'
import { AcknowledgeOwnToken } from '#app/parts/token-actions/acknowledge-own-token.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useCheckedOwnTokenId } from '#app/parts/use-checked-own-token-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { diffTokens, widens } from '#domain/token/diff.ts'
import { draftOf, type TokenDraft } from '#domain/token/request-body.ts'
import { mayWork } from '#domain/token/status.ts'
import type { Token } from '#domain/token/token.ts'
import { ChangeList } from '#app/parts/change-list.tsx'
import styles from './token-editor.module.css'

type ReviewDialogProps = {
  stored: Token
  wanted: TokenDraft
  onClose: () => void
  onConfirm: () => void
}

const OWN_WARNING = {
  server: 'Token Desk loses what you remove immediately, and may not be able to restore it.',
  signedIn: 'You lose what you remove immediately, and may not be able to restore it.',
}

/** What an edit changes, wider access first, before anything is sent. */
export function ReviewDialog({ stored, wanted, onClose, onConfirm }: ReviewDialogProps) {
  const accountId = useAccountId()
  const [isMeant, setIsMeant] = useState(false)
  const [isAware, setIsAware] = useState(false)
  const ownId = useCheckedOwnTokenId(accountId)
  // Judged once, for the moment the dialog was opened.
  const [changes] = useState(() => diffTokens(draftOf(stored), wanted, Date.now(), accountId))
  const isWider = widens(changes) && (mayWork(stored.status) || mayWork(wanted.status))
  const isOwnNarrower = (ownId === null || ownId === stored.id) && changes.some(({ access }) => access === 'narrower')
  const isReady = (!isWider || isMeant) && (!isOwnNarrower || isAware)

  return (
    <Dialog
      title={
        <>
          Review changes to “<TokenName name={stored.name} />”
        </>
      }
      description={
        isWider
          ? 'This expands access for anyone holding the current secret.'
          : 'Changes apply immediately. The secret doesn’t change.'
      }
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose}>
            Back to editing
          </Button>
          <Button tone="primary" disabled={!isReady} onClick={onConfirm}>
            Save changes
          </Button>
        </>
      }
    >
      <div className={`stack ${styles.fields}`}>
        <ChangeList label="Changes" changes={changes} />
        {isWider && (
          <Checkbox
            label="I want to expand this token’s access"
            checked={isMeant}
            onChange={(event) => setIsMeant(event.target.checked)}
          />
        )}
        {isOwnNarrower && (
          <AcknowledgeOwnToken
            accountId={accountId}
            doubt={ownId === null ? 'This' : null}
            warning={OWN_WARNING}
            checked={isAware}
            onChange={setIsAware}
          />
        )}
      </div>
    </Dialog>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { TokenName } from '#app/parts/token-name.tsx'
import { sessionQuery } from '#app/queries/session.ts'
import { useHeldPage } from '#app/queries/held-page.ts'
import { useBlocker } from '@tanstack/react-router'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { copyText } from '#app/ui/copy-text.ts'
import { Dialog } from '#app/ui/dialog.tsx'
import { Note } from '#app/ui/note.tsx'
import { SecretField } from '#app/ui/secret-field.tsx'
import { lengthNote } from '#domain/secret/hand-over-length.ts'
import type { Token } from '#domain/token/token.ts'
import { HandOverOptions } from './hand-over-options.tsx'
import { SecretVerification } from './secret-verification.tsx'
import { keepNewSecret, noteStored } from './kept-new-secrets.ts'
import { useNextStep } from './use-next-step.ts'
import styles from './secret.module.css'

type SecretDialogProps = {
  accountId: string
  token: Token
  /** Only in the caller's state; `onDone` must clear it. */
  secret: string
  /** The server runs on this token, and still has the old secret. */
  isOwn?: boolean
  /** The token had a secret before, which is in use somewhere. */
  isRolled?: boolean
  onDone: () => void
}

/**
 * Shows a created or rolled secret, once. Esc, a click outside and navigation do not close it: a lost secret can only
 * be rolled.
 */
export function SecretDialog({ accountId, token, secret, isOwn = false, isRolled = false, onDone }: SecretDialogProps) {
  const [isCopied, setIsCopied] = useState(false)
  const [isHandedOver, setIsHandedOver] = useState(false)
  const [isVerified, setIsVerified] = useState(false)
  const [isStored, setIsStored] = useState(false)
  const [notice, setNotice] = useState('')
  const [isShown, setIsShown] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { data: session } = useQuery(sessionQuery(accountId))
  const length = lengthNote(secret.length)
  const nextStep = useNextStep(accountId, token.id, isRolled)
  const isSafe = isCopied || isHandedOver || isVerified || isStored
  const told = notice === NOT_YET && isSafe ? DONE_CLOSES : notice

  useHeldPage()
  useBlocker({
    shouldBlockFn: () => {
      setNotice(NOT_YET)
      return true
    },
  })

  // For a crash of the tab: what it keeps is outside React.
  useEffect(() => keepNewSecret(accountId, { step: 'shown', tokenId: token.id }), [accountId, token.id])

  const copy = async () => {
    if (await copyText(secret)) {
      setIsCopied(true)
      setNotice('')
      return
    }
    // Without a clipboard, the user copies by hand: show and select the secret, and say so.
    flushSync(() => {
      setIsShown(true)
      setNotice('Couldn’t access the clipboard. The secret is shown and selected: copy it with the keyboard.')
    })
    field.current?.select()
  }

  const done = () => {
    noteStored(accountId, token.id)
    onDone()
    nextStep()
  }

  return (
    <Dialog
      title="Copy this secret now"
      description="You won’t be able to see it again. If you lose it, roll the token."
      onClose={done}
      onDismissAttempt={() => setNotice(NOT_YET)}
      footer={
        <div className={styles.footer}>
          <Checkbox
            label="I have stored this secret"
            checked={isStored}
            onChange={(event) => setIsStored(event.target.checked)}
          />
          <span className={styles.end}>
            {!isSafe && <span className="quiet">Copy or verify it first, or tick the box</span>}
            <Button tone="primary" disabled={!isSafe} onClick={done}>
              Done
            </Button>
          </span>
        </div>
      }
    >
      <p className={styles.token}>
        <b>
          <TokenName name={token.name} />
        </b>{' '}
        <code>{token.id}</code>
      </p>
      <SecretField label="Token secret" value={secret} isShown={isShown} onToggle={setIsShown} inputRef={field} />
      {length && <p className="quiet">{length}</p>}
      <div className={styles.actions}>
        <Button tone="primary" data-autofocus onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy secret'}
        </Button>
        <SecretVerification
          accountId={accountId}
          token={token}
          secret={secret}
          onVerified={() => setIsVerified(true)}
        />
      </div>
      <div role="status" className={styles.notice}>
        {told && <Note tone="caution">{told}</Note>}
        {!told && isCopied && <span className="visually-hidden">Copied to the clipboard</span>}
      </div>
      {isOwn && session?.hasSignIn && (
        <Note tone="critical" title="You signed in with this token">
          <p>
            The secret you signed in with has stopped working. Sign in with the new one: the sign-in page comes next.
          </p>
        </Note>
      )}
      {isOwn && session?.mode === 'live' && !session.hasSignIn && (
        <Note tone="critical" title="This server still uses the old secret">
          <p>
            Set <code>CLOUDFLARE_API_TOKEN</code> to the new secret and restart the server. Until then, Cloudflare
            rejects its requests.
          </p>
        </Note>
      )}
      <HandOverOptions accountId={accountId} token={token} secret={secret} onCopied={() => setIsHandedOver(true)} />
    </Dialog>
  )
}

const NOT_YET = 'Copy the secret first, then press Done.'
const DONE_CLOSES = 'Press Done to close this.'

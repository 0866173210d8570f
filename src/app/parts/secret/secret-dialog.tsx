import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { TokenName } from '#app/parts/token-name.tsx'
import { sessionQuery } from '#app/queries/session.ts'
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
import styles from './secret.module.css'

type SecretDialogProps = {
  accountId: string
  token: Token
  /** Only in the caller's state; `onDone` must clear it. */
  secret: string
  /** The server runs on this token, and still has the old secret. */
  isOwn?: boolean
  onDone: () => void
}

/**
 * Shows a created or rolled secret, once. Esc, a click outside and navigation do not close it: a lost secret can only
 * be rolled.
 */
export function SecretDialog({ accountId, token, secret, isOwn = false, onDone }: SecretDialogProps) {
  const [isCopied, setIsCopied] = useState(false)
  const [isVerified, setIsVerified] = useState(false)
  const [isStored, setIsStored] = useState(false)
  const [notice, setNotice] = useState('')
  const [isShown, setIsShown] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { data: session } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  const length = lengthNote(secret.length)
  const isSafe = isCopied || isVerified || isStored

  useBlocker({
    shouldBlockFn: () => {
      setNotice('This page stays until you press Done: the secret is shown only here.')
      return true
    },
  })

  const copy = async () => {
    if (await copyText(secret)) {
      setIsCopied(true)
      setNotice('')
      return
    }
    // Without a clipboard, the user copies by hand: show and select the secret, and say so.
    setIsShown(true)
    setNotice('The browser refused the clipboard. The secret is shown and selected: copy it with your keyboard.')
    requestAnimationFrame(() => field.current?.select())
  }

  return (
    <Dialog
      title="Copy this secret now"
      description="It is shown once. Cloudflare cannot show it again; if it is lost, roll the token."
      onClose={onDone}
      onDismissAttempt={(how) => setNotice(DISMISSALS[how])}
      footer={
        <div className={styles.footer}>
          <Checkbox
            label="I have stored this secret"
            checked={isStored}
            onChange={(event) => setIsStored(event.target.checked)}
          />
          <span className={styles.end}>
            {!isSafe && <span className="quiet">Copy, verify, or tick the box first</span>}
            <Button tone="primary" disabled={!isSafe} onClick={onDone}>
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
        {notice && <Note tone="caution">{notice}</Note>}
        {!notice && isCopied && <span className="visually-hidden">Copied to the clipboard</span>}
      </div>
      {isOwn && session?.mode === 'live' && (
        <Note tone="critical" title="This server still holds the old secret">
          <p>
            Set <code>CLOUDFLARE_API_TOKEN</code> to this one and start the server again. Until then Cloudflare refuses
            everything this app asks.
          </p>
        </Note>
      )}
      <HandOverOptions accountId={accountId} token={token} secret={secret} onCopied={() => setIsCopied(true)} />
    </Dialog>
  )
}

const DISMISSALS = {
  escape: 'Esc does not close this: the secret would be lost. Copy it, then press Done.',
  outside: 'A click outside does not close this: the secret would be lost. Copy it, then press Done.',
}

import { useState } from 'react'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { handOverForms, r2Jurisdictions } from '#domain/secret/hand-over.ts'
import type { Token } from '#domain/token/token.ts'
import { nameOf, S3Keys } from './s3-keys.tsx'
import styles from './secret.module.css'

type HandOverOptionsProps = { accountId: string; token: Token; secret: string; onCopied: () => void }

/** Replaces the secret on screen; the copied text contains the secret. */
const MASK = '••••••••'

/** The secret in the formats that users need, each copied without being shown. A token for R2 starts with its S3 keys. */
export function HandOverOptions({ accountId, token, secret, onCopied }: HandOverOptionsProps) {
  // Built on click, so that no other text contains the secret before.
  const real = (id: string) => () =>
    Promise.resolve(handOverForms({ accountId, secret }).find((one) => one.id === id)?.text ?? '')

  const s3 = r2Jurisdictions(token.policies).map((jurisdiction) => ({
    value: `s3-${jurisdiction}`,
    label: jurisdiction === 'default' ? 'R2 (S3)' : `R2 (S3, ${nameOf(jurisdiction)})`,
    content: (
      <S3Keys
        key={jurisdiction}
        accountId={accountId}
        tokenId={token.id}
        mask={MASK}
        jurisdiction={jurisdiction}
        readSecretKey={() => sha256Hex(secret)}
        onCopied={onCopied}
      />
    ),
  }))
  const forms = handOverForms({ accountId, secret: MASK })
    .filter(({ id }) => id !== 'plain')
    .map(({ id, label, text }) => ({
      value: id,
      label,
      content: (
        // A separate form for each: "Copied" belongs to one button.
        <div key={id} className={`stack ${styles.form}`}>
          <CodeBlock label={label} code={text} />
          <CopyButton value={real(id)} label={`Copy ${label}`} size="small" onCopied={onCopied} />
        </div>
      ),
    }))
  const tabs = [...s3, ...forms]
  const [form, setForm] = useState(tabs[0]?.value ?? '')

  return <Tabs label="Ready to paste" value={form} onChange={setForm} tabs={tabs} />
}

/**
 * The SHA-256 of a text, in hex. Rejects on a page without a secure context (plain HTTP from another machine), where
 * browsers offer no crypto.
 */
async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

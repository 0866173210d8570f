import { useState } from 'react'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { handOverForms, r2Jurisdictions, s3Form } from '#domain/secret/hand-over.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './secret.module.css'

type HandOverOptionsProps = { accountId: string; token: Token; secret: string; onCopied: () => void }

/** Replaces the secret on screen; the copied text contains the secret. */
const MASK = '••••••••'

/** The secret in the formats that users need, each copied without being shown. */
export function HandOverOptions({ accountId, token, secret, onCopied }: HandOverOptionsProps) {
  const [form, setForm] = useState('env')
  // Built on click, so that no other text contains the secret before.
  const real = (id: string) => () =>
    Promise.resolve(handOverForms({ accountId, secret }).find((one) => one.id === id)?.text ?? '')
  const s3 = (sha256: string, jurisdiction: string) => s3Form({ accountId, tokenId: token.id, sha256, jurisdiction })

  const forms = [
    ...handOverForms({ accountId, secret: MASK })
      .filter(({ id }) => id !== 'plain')
      .map((one) => ({ ...one, real: real(one.id) })),
    ...r2Jurisdictions(token.policies).map((jurisdiction) => ({
      id: `s3-${jurisdiction}`,
      label: jurisdiction === 'default' ? 'R2 (S3)' : `R2 (S3, ${jurisdiction})`,
      text: s3(MASK, jurisdiction),
      real: async () => s3(await sha256Hex(secret), jurisdiction),
    })),
  ]

  return (
    <Tabs
      label="Ready to paste"
      value={form}
      onChange={setForm}
      tabs={forms.map((one) => ({
        value: one.id,
        label: one.label,
        content: (
          // A separate form for each: "Copied" belongs to one button.
          <div key={one.id} className={`stack ${styles.form}`}>
            <CodeBlock label={one.label} code={one.text} />
            <CopyButton value={one.real} label={`Copy ${one.label}`} size="small" onCopied={onCopied} />
          </div>
        ),
      }))}
    />
  )
}

/**
 * The SHA-256 of a text, in hex. Rejects on a page without a secure context (plain HTTP from another machine), where
 * browsers offer no crypto.
 */
async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

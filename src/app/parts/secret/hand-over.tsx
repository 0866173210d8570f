import { useState } from 'react'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { handOverForms } from '#domain/secret/hand-over.ts'
import styles from './secret.module.css'

type HandOverProps = { accountId: string; secret: string; onCopied: () => void }

/** Stands where the secret goes: what is on screen never shows it, what is copied holds it. */
const MASK = '••••••••'

/** The secret in the forms people need it in, each copied without being shown. */
export function HandOver({ accountId, secret, onCopied }: HandOverProps) {
  const [form, setForm] = useState('env')
  const shown = handOverForms({ accountId, secret: MASK })
  const real = new Map(handOverForms({ accountId, secret }).map(({ id, text }) => [id, text]))

  return (
    <Tabs
      label="Ready to paste"
      value={form}
      onChange={setForm}
      tabs={shown
        .filter(({ id }) => id !== 'plain')
        .map(({ id, label, text }) => ({
          value: id,
          label,
          content: (
            <div className={styles.form}>
              <CodeBlock label={label} code={text} />
              <CopyButton value={real.get(id) ?? ''} label={`Copy ${label}`} size="small" onCopied={onCopied} />
            </div>
          ),
        }))}
    />
  )
}

import { useState } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Card } from '#app/ui/card.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { SECRET_PLACEHOLDER, usageSnippets } from '#domain/secret/usage-snippets.ts'
import styles from './token-detail.module.css'

/** How to use a token in other tools, without its secret. */
export function TokenSnippets() {
  const snippets = usageSnippets(useAccountId())
  const [shown, setShown] = useState('wrangler')
  return (
    <Card>
      <Section title="Use this token">
        <p className={styles.nothing}>
          Replace <code>{SECRET_PLACEHOLDER}</code> with its secret. Cloudflare can’t show the secret again.
        </p>
        <Tabs
          label="Tools"
          value={shown}
          onChange={setShown}
          tabs={snippets.map(({ id, label, text }) => ({
            value: id,
            label,
            // A separate block for each: "Copied" belongs to one button.
            content: <CodeBlock key={id} label={label} code={text} copyable wrap />,
          }))}
        />
      </Section>
    </Card>
  )
}

import { useEffect, useRef } from 'react'
import { RoundedNote } from '#app/parts/rounded-note.tsx'
import { Card } from '#app/ui/card.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { jsonLines, policyLines } from '#domain/text/json-lines.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-json.module.css'

/** Longer texts stay plain: each colour is an element. */
const COLOURED_MAX = 200_000

/** The token as the API sent it. `policy`, from 1, is brought into view and marked. */
export function TokenJson({ wire, policy }: { wire: Token['wire']; policy: number | null }) {
  const text = JSON.stringify(wire, null, 2)
  const [first, last] = (policy !== null && policyLines(text, policy - 1)) || [-1, -1]
  const marked = useRef<HTMLSpanElement>(null)

  // Scrolling is outside React.
  useEffect(() => {
    if (first >= 0) marked.current?.scrollIntoView({ block: 'center' })
  }, [first])

  return (
    <Card>
      <Section title="API response" actions={<CopyButton value={text} label="Copy JSON" size="small" />}>
        <div className="stack">
          <RoundedNote values={[wire]} />
          <CodeBlock label="Token JSON" code={text} wrap>
            {text.length <= COLOURED_MAX &&
              jsonLines(text).map((parts, line) => (
                <span
                  key={line}
                  ref={line === first ? marked : undefined}
                  className={styles.line}
                  data-marked={(line >= first && line <= last) || undefined}
                >
                  {parts.map(({ kind, text }, index) =>
                    kind === 'plain' ? (
                      text
                    ) : (
                      <span key={index} data-json={kind}>
                        {text}
                      </span>
                    ),
                  )}
                  {'\n'}
                </span>
              ))}
          </CodeBlock>
        </div>
      </Section>
    </Card>
  )
}

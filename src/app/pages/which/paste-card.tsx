import { Lock } from 'lucide-react'
import { useRef, useState, type RefObject } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { count } from '#domain/text/plural.ts'
import type { Brought } from './use-brought.ts'
import styles from './which.module.css'

type PasteCardProps = {
  field: RefObject<HTMLTextAreaElement | null>
  brought: Brought
  /** The share that is read, from 0 to 1; `null` once all is. */
  progress: number | null
  onTake: (raw: string, fileName?: string) => void
  onClear: () => void
}

const MAX_MB = 64
const FILES = '.har,.json,.log,.txt,.sh,application/json,text/plain'
const EXAMPLE = `curl -X POST https://api.cloudflare.com/client/v4/zones/$ZONE_ID/purge_cache
GET /accounts/{account_id}/workers/scripts
Failed common permission check against resources. (Permission group: "DNS Write")`

export function PasteCard({ field, brought, progress, onTake, onClear }: PasteCardProps) {
  const { text, fileName, removed } = brought
  const [problem, setProblem] = useState<string | null>(null)
  const file = useRef<HTMLInputElement>(null)

  const take = (raw: string, name?: string) => {
    setProblem(null)
    onTake(raw, name)
  }

  const takeFile = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > MAX_MB * 1024 * 1024) return setProblem(`${chosen.name} is too large (max ${MAX_MB} MB).`)
    try {
      take(await chosen.text(), chosen.name)
    } catch {
      setProblem(`Couldn’t read ${chosen.name}.`)
    }
  }

  const clear = () => {
    onClear()
    setProblem(null)
    field.current?.focus()
  }

  return (
    <Card>
      <Section>
        <div className={styles.paste}>
          <div className={styles.tools}>
            <Button size="small" tone="quiet" onClick={() => file.current?.click()}>
              Open a file
            </Button>
            <Button size="small" tone="quiet" disabled={text === '' && progress === null} onClick={clear}>
              Clear
            </Button>
            <input
              ref={file}
              type="file"
              hidden
              aria-label="Open a file"
              accept={FILES}
              onChange={({ currentTarget }) => {
                void takeFile(currentTarget.files?.[0])
                currentTarget.value = ''
              }}
            />
          </div>
          <TextAreaField
            ref={field}
            label="Your command, log or error"
            rows={fileName === null ? 8 : 2}
            spellCheck={false}
            autoComplete="off"
            wrap="off"
            placeholder={
              fileName === null ? EXAMPLE : `${fileName}, ${count(linesOf(text), 'line')}. Paste here to replace it.`
            }
            value={fileName === null ? text : ''}
            onChange={(event) => take(event.target.value)}
            {...(problem !== null && { error: problem })}
          />
          {progress !== null && (
            <ProgressLine label="Reading" value={Math.round(progress * 100)} max={100}>
              Reading…
            </ProgressLine>
          )}
          <p className={`quiet ${styles.private}`} role="status">
            <Icon of={Lock} />
            {removed > 0 && `We removed ${count(removed, 'secret')}. `}Nothing you paste leaves this browser.
          </p>
        </div>
      </Section>
    </Card>
  )
}

const linesOf = (text: string) => text.split('\n').length

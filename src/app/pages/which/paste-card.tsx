import { Lock } from 'lucide-react'
import { useMemo, useRef, type ChangeEvent, type ClipboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { removedIn } from '#domain/secret/redact.ts'
import { count } from '#domain/text/plural.ts'
import { isShown, type Brought } from './use-brought.ts'
import styles from './which.module.css'

type PasteCardProps = {
  field: RefObject<HTMLTextAreaElement | null>
  brought: Brought
  /** The share that is read, from 0 to 1; `null` once all is. */
  progress: number | null
  /** Why a file was not taken. */
  problem: string | null
  onTake: (raw: string) => void
  onFile: (file: File) => void
  onClear: () => void
}

const FILES = '.har,.json,.log,.txt,.sh,application/json,text/plain'
const EXAMPLE = `curl -X POST https://api.cloudflare.com/client/v4/zones/$ZONE_ID/purge_cache
GET /accounts/{account_id}/workers/scripts
Failed common permission check against resources. (Permission group: "DNS Write")`

export function PasteCard({ field, brought, progress, problem, onTake, onFile, onClear }: PasteCardProps) {
  const { text, fileName } = brought
  // Of a long file, both take longer than a frame.
  const removed = useMemo(() => removedIn(text), [text])
  const lines = useMemo(() => count(linesOf(text), 'line'), [text])
  const file = useRef<HTMLInputElement>(null)

  const clear = () => {
    onClear()
    field.current?.focus()
  }

  return (
    <Card>
      <Section>
        <div className={styles.paste}>
          <TextAreaField
            ref={field}
            label="Your command, log or error"
            rows={fileName === null ? 8 : 2}
            spellCheck={false}
            autoComplete="off"
            wrap={fileName === null ? 'off' : 'soft'}
            placeholder={fileName === null ? EXAMPLE : `${fileName}, ${lines}. Paste here to replace it.`}
            value={fileName === null ? text : ''}
            onChange={(event) => takeTyped(event, onTake)}
            onPaste={(event) => takePasted(event, onTake)}
            {...(problem !== null && { error: problem })}
          />
          <div className={`flush ${styles.tools}`}>
            <Button size="small" tone="quiet" onClick={() => file.current?.click()}>
              Open a file
            </Button>
            <Button
              size="small"
              tone="quiet"
              disabled={text === '' && progress === null && problem === null}
              onClick={clear}
            >
              Clear
            </Button>
            <input
              ref={file}
              type="file"
              hidden
              aria-label="Open a file"
              accept={FILES}
              onChange={({ currentTarget }) => {
                const [chosen] = currentTarget.files ?? []
                if (chosen) onFile(chosen)
                currentTarget.value = ''
              }}
            />
          </div>
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

/** The place in the text stays where a secret is taken out before it: React would move it to the end. */
function takeTyped({ target }: ChangeEvent<HTMLTextAreaElement>, onTake: (raw: string) => void) {
  const raw = target.value
  const after = raw.length - target.selectionEnd
  flushSync(() => onTake(raw))
  const place = Math.max(0, target.value.length - after)
  if (target.value !== raw) target.setSelectionRange(place, place)
}

/** A long text is not shown, so the field need not lay it out, which takes longer than to read it. */
function takePasted(event: ClipboardEvent<HTMLTextAreaElement>, onTake: (raw: string) => void) {
  const { value, selectionStart, selectionEnd } = event.currentTarget
  // As the field would have it.
  const text = event.clipboardData.getData('text').replaceAll(/\r\n?/g, '\n')
  const raw = value.slice(0, selectionStart) + text + value.slice(selectionEnd)
  if (isShown(raw)) return
  event.preventDefault()
  onTake(raw)
}

/** Without an array: a file may have millions of them. */
function linesOf(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

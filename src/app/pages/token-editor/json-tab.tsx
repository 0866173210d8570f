import { Braces, WrapText } from 'lucide-react'
import { Suspense, useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { JsonEditorHandle } from '#app/ui/json-editor.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readJsonText } from '#domain/token-json/json-text.ts'
import { placeInBody, readTokenBody } from '#domain/token-json/read-token-body.ts'
import { formProblems } from './form-problems.ts'
import type { FormValues } from './form-values.ts'
import { ConvertedNote, ProblemsNote, RemarksNote, SecretNote, TakenNote } from './json-notes.tsx'
import { useStoredToken } from './stored-token.ts'
import { useJsonText } from './use-json-text.ts'
import { useJsonWrap } from './use-json-wrap.ts'
import styles from './token-editor.module.css'

const JsonEditor = lazyComponent(() => import('#app/ui/json-editor.tsx'), 'JsonEditor')

type JsonTabProps = { catalogue: PermissionGroup[] | undefined }

/** The whole request body as text. The form follows it as it is typed; the text stays as it was written. */
export function JsonTab({ catalogue }: JsonTabProps) {
  const accountId = useAccountId()
  const stored = useStoredToken()
  const { control } = useFormContext<FormValues>()
  const { field } = useController({ control, name: 'json' })
  const editor = useRef<JsonEditorHandle>(null)
  const [wraps, setWraps] = useJsonWrap()
  const now = useNow()
  const { text, values, isOwnText, hadSecret, isReading, large, converted, look, change, paste } = useJsonText(now)
  const inside = isOwnText && !isReading && !large ? look(text) : null
  const taken = inside && !('problem' in inside) ? inside : null
  const refusal = inside && 'problem' in inside ? inside.problem : null
  const read = isReading || large || inside ? null : readTokenBody(text, stored?.wire)
  const found = !read
    ? large
      ? [large]
      : []
    : read.ok
      ? formProblems(values, { accountId, stored, catalogue }, now).map(({ path, message }) =>
          placeInBody(text, path, message),
        )
      : read.problems
  const problems = found.toSorted((a, b) => a.line - b.line || a.column - b.column)
  const readOver = read?.ok && isOwnText ? read.readOver : []
  const remarks = read?.ok ? read.remarks : []
  const status = read?.ok && !stored ? read.body.status : null

  const replace = (next: string) => editor.current?.replace(next)
  const format = () => {
    const parsed = readJsonText(text)
    if (parsed.ok) replace(JSON.stringify(parsed.value, null, 2))
  }

  return (
    <Card>
      <Section
        title="JSON"
        actions={
          <>
            <Button
              size="small"
              tone="quiet"
              icon={<Icon of={Braces} />}
              disabled={isReading || read?.ok !== true}
              onClick={format}
            >
              Format
            </Button>
            <Button
              size="small"
              tone="quiet"
              icon={<Icon of={WrapText} />}
              aria-pressed={wraps}
              onClick={() => setWraps(!wraps)}
            >
              Wrap
            </Button>
            <CopyButton size="small" tone="quiet" label="Copy" value={text} />
          </>
        }
      >
        <div className={`stack ${styles.fields}`}>
          <p id="json-hint" className="quiet">
            Paste an API response, Terraform JSON or a curl command.
            <span className="visually-hidden"> Press Tab to leave the editor, F8 to go to the next problem.</span>
          </p>
          <span id="json-label" className="visually-hidden">
            Request body as JSON
          </span>
          {converted && <ConvertedNote converted={converted} onUndo={() => replace(converted.source)} />}
          {hadSecret && <SecretNote />}
          {taken && <TakenNote key={text} taken={taken} isNew={!stored} now={now} onTake={replace} />}
          <Suspense fallback={<Skeleton lines={12} />}>
            <JsonEditor
              labelledBy="json-label"
              describedBy="json-hint"
              ref={(handle: JsonEditorHandle | null) => {
                editor.current = handle
                field.ref(handle)
              }}
              value={text}
              problems={problems}
              wraps={wraps}
              isInvalid={refusal !== null || problems.length > 0}
              onChange={change}
              onPaste={paste}
            />
          </Suspense>
          {isReading && <p role="status">Reading…</p>}
          {refusal && <Note tone="critical" role="status" title={refusal} />}
          {readOver.length > 0 && (
            <Note tone="info" role="status" title={`Ignored: ${readOver.join(', ')}`}>
              <p>They won’t be sent.</p>
            </Note>
          )}
          {status !== null && status !== 'active' && (
            <Note tone="info" role="status" title={`The status “${status}” won’t be sent`}>
              <p>New tokens are always active.</p>
            </Note>
          )}
          {problems.length > 0 && (
            <ProblemsNote problems={problems} onGoTo={(problem) => editor.current?.goTo(problem)} />
          )}
          {remarks.length > 0 && <RemarksNote remarks={remarks} onGoTo={(remark) => editor.current?.goTo(remark)} />}
          {values.json?.body === null && !isReading && (
            <p className="quiet">Your draft doesn’t include this text until it’s a valid request body.</p>
          )}
        </div>
      </Section>
    </Card>
  )
}

import { useController, useFormContext } from 'react-hook-form'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { placeInBody, readTokenBody } from '#domain/token-json/read-token-body.ts'
import { formProblems } from './form-problems.ts'
import type { FormValues } from './form-values.ts'
import { ProblemsNote, TakenNote } from './json-notes.tsx'
import { useStoredToken } from './stored-token.ts'
import { useJsonText } from './use-json-text.ts'
import styles from './token-editor.module.css'

type JsonTabProps = { catalogue: PermissionGroup[] | undefined }

/** The whole request body as text. The form follows it as it is typed; the text stays as it was written. */
export function JsonTab({ catalogue }: JsonTabProps) {
  const accountId = useAccountId()
  const stored = useStoredToken()
  const { control } = useFormContext<FormValues>()
  const { field } = useController({ control, name: 'json' })
  const now = useNow()
  const { text, values, isOwnText, hadSecret, isReading, look, change } = useJsonText(now)
  const inside = isOwnText && !isReading ? look(text) : null
  const taken = inside && !('problem' in inside) ? inside : null
  const refusal = inside && 'problem' in inside ? inside.problem : null
  const read = isReading || inside ? null : readTokenBody(text, stored?.wire)
  const problems =
    read &&
    (read.ok
      ? formProblems(values, { accountId, stored, catalogue }, now).map(({ path, message }) =>
          placeInBody(text, path, message),
        )
      : read.problems)
  const readOver = read?.ok && isOwnText ? read.readOver : []
  const status = read?.ok && !stored ? read.body.status : null

  return (
    <Card>
      <Section>
        <div className={`stack ${styles.fields}`}>
          <TextAreaField
            label="Request body as JSON"
            hint="Paste an answer of the API, Terraform (JSON or .tf) or a curl command, or write it. Names of permission groups are not needed."
            className={styles.code}
            rows={Math.min(28, Math.max(12, text.split('\n', 30).length + 1))}
            spellCheck={false}
            autoComplete="off"
            ref={field.ref}
            value={text}
            onChange={(event) => change(event.target.value)}
            aria-invalid={refusal !== null || (problems !== null && problems.length > 0)}
          />
          {isReading && <p role="status">Reading…</p>}
          {hadSecret && (
            <Note tone="caution" title="A secret was in that text" role="status">
              <p>
                It was left out and is kept nowhere here. If it was pasted from somewhere public, roll it. To see what
                it opens, <Link href={paths.verify(accountId)}>verify it</Link>.
              </p>
            </Note>
          )}
          {taken && <TakenNote key={text} taken={taken} isNew={!stored} now={now} onTake={change} />}
          {refusal && <Note tone="critical" role="status" title={refusal} />}
          {readOver.length > 0 && (
            <Note tone="info" role="status" title={`Read over: ${readOver.join(', ')}`}>
              <p>The request is sent without.</p>
            </Note>
          )}
          {status !== null && status !== 'active' && (
            <Note tone="info" role="status" title={`The status “${status}” is not sent`}>
              <p>A new token is always active.</p>
            </Note>
          )}
          {problems && problems.length > 0 && <ProblemsNote problems={problems} />}
          {values.json?.body === null && !isReading && (
            <p className="quiet">A reload does not keep this text until it is a request body.</p>
          )}
        </div>
      </Section>
    </Card>
  )
}

import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import type { TokenBody } from '#app/api/token-writes.ts'
import { useNow } from '#app/parts/use-now.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { TokenDraft } from '#domain/policy/request-body.ts'
import { placeInBody, readTokenBody } from '#domain/token-json/read-token-body.ts'
import { redactSecrets } from '#domain/secret/redact.ts'
import { takeOutToken, type TokenSource } from '#domain/token-json/take-out-token.ts'
import type { Token } from '#domain/token/token.ts'
import { formProblems } from './form-problems.ts'
import { bodyValues, toDraft, type FormValues } from './form-values.ts'
import { useFormValues } from './use-form-values.ts'
import styles from './token-editor.module.css'

type JsonTabProps = {
  accountId: string
  stored?: Token
  catalogue: PermissionGroup[] | undefined
  toBody: (draft: TokenDraft) => TokenBody
}

const SOURCES: Record<TokenSource, string> = {
  answer: 'This is an answer of the API, not a request body.',
  terraform: 'This is Terraform’s JSON.',
  curl: 'This is a curl command.',
}

/** The whole request body as text. The form follows it as it is typed; the text stays as somebody wrote it. */
export function JsonTab({ accountId, stored, catalogue, toBody }: JsonTabProps) {
  const { control, getValues, setValue } = useFormContext<FormValues>()
  const { field } = useController({ control, name: 'json' })
  const values = useFormValues()
  const now = useNow()
  const [hadSecret, setHadSecret] = useState(false)
  const bodyOf = (of: FormValues) => JSON.stringify(toBody(toDraft(of, accountId, now)), null, 2)
  const isOwnText = values.json !== null && (values.json.body === null || values.json.body === bodyOf(values))
  const text = isOwnText && values.json ? values.json.text : bodyOf(values)

  const change = (typed: string) => {
    const { text: clean, removed } = redactSecrets(typed)
    setHadSecret(removed > 0)
    const read = readTokenBody(clean)
    if (!read.ok) {
      setValue('json', { text: clean, body: null }, { shouldDirty: true })
      return
    }
    const next = bodyValues(read.body, accountId, getValues())
    const json = { text: clean, body: bodyOf(next) }
    for (const [key, value] of Object.entries({ ...next, json })) {
      // Each key comes with the value of its own type.
      setValue(key as keyof FormValues, value as never, { shouldDirty: true })
    }
  }

  const read = readTokenBody(text)
  const problems = read.ok
    ? formProblems(values, { now, accountId, stored: stored ?? null, catalogue }).map(({ path, message }) =>
        placeInBody(text, path, message),
      )
    : read.problems
  const taken = takeOutToken(text)

  return (
    <Card>
      <Section title="Request body">
        <div className={styles.fields}>
          <TextAreaField
            label="Request body as JSON"
            hint="Paste an answer of the API, Terraform’s JSON or a curl command, or write it. Names of permission groups are not needed."
            className={styles.code}
            rows={Math.min(28, Math.max(12, text.split('\n').length + 1))}
            spellCheck={false}
            autoComplete="off"
            ref={field.ref}
            value={text}
            onChange={(event) => change(event.target.value)}
            aria-invalid={problems.length > 0}
          />
          {hadSecret && (
            <Note tone="caution" title="A secret was in that text" role="status">
              <p>It was left out and is kept nowhere here. If it was pasted from somewhere public, roll it.</p>
            </Note>
          )}
          {taken && (
            <Note
              tone="info"
              title={SOURCES[taken.from]}
              role="status"
              action={
                <Button size="small" onClick={() => change(JSON.stringify(taken.body, null, 2))}>
                  Take the token out of it
                </Button>
              }
            >
              {taken.leftOut.length > 0 && <p>Left out, as Cloudflare sets them: {taken.leftOut.join(', ')}.</p>}
            </Note>
          )}
          {!taken && problems.length > 0 && (
            <Note
              tone="critical"
              title={problems.length === 1 ? 'One problem' : `${problems.length} problems`}
              role="status"
            >
              <ul aria-label="Problems in the JSON">
                {problems.map(({ line, column, path, message }) => (
                  <li key={`${line} ${column} ${message}`}>
                    Line {line}, column {column}
                    {path && (
                      <>
                        {' · '}
                        <code>{path}</code>
                      </>
                    )}
                    : {message}
                  </li>
                ))}
              </ul>
            </Note>
          )}
        </div>
      </Section>
    </Card>
  )
}

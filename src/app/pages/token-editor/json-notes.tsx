import { useState } from 'react'
import { ImportedChoice, chosenBody, chosenForCreate, FIRST_CHOICE } from '#app/parts/imported-choice.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { JsonProblem } from '#domain/token-json/json-text.ts'
import type { TakenOut } from '#domain/token-json/take-out-token.ts'

const SOURCES: Record<TakenOut['from'], string> = {
  answer: 'This is an answer of the API, not a request body.',
  export: 'This is an export of tokens.',
  terraform: 'This is from Terraform or Pulumi.',
  curl: 'This is a curl command.',
  http: 'This is a record of requests.',
}

type TakenNoteProps = {
  taken: TakenOut
  /** A new token takes neither a status nor an expiry that has passed. */
  isNew: boolean
  now: number
  onTake: (text: string) => void
}

/** What a text is that holds tokens and is no body itself, with the way to make it one. */
export function TakenNote({ taken, isNew, now, onTake }: TakenNoteProps) {
  const accountId = useAccountId()
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const forNew = isNew ? chosenForCreate(taken, choice, accountId, now) : null
  const body = forNew?.body ?? chosenBody(taken, choice, accountId)
  const leftOut = taken.tokens[choice.index]?.leftOut ?? taken.leftOut
  return (
    <Note
      tone="info"
      title={SOURCES[taken.from]}
      action={
        <Button size="small" onClick={() => onTake(JSON.stringify(body, null, 2))}>
          Take the token out of it
        </Button>
      }
    >
      <ImportedChoice
        found={taken}
        choice={choice}
        onChoice={setChoice}
        dropped={[
          ...(forNew?.dropped ?? []),
          ...(leftOut.length > 0 ? [`Left out, as Cloudflare sets them: ${leftOut.join(', ')}.`] : []),
        ]}
      />
    </Note>
  )
}

/** Every problem with its place. */
export function ProblemsNote({ problems }: { problems: JsonProblem[] }) {
  return (
    <Note tone="critical" title={problems.length === 1 ? 'One problem' : `${problems.length} problems`} role="status">
      <ul aria-label="Problems in the JSON">
        {problems.map(({ line, column, path, message }) => (
          <li key={`${line} ${column} ${path} ${message}`}>
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
  )
}

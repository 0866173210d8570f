import { useState } from 'react'
import { ImportedChoice, FIRST_CHOICE } from '#app/parts/imported-choice.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { JsonProblem } from '#domain/token-json/json-text.ts'
import type { TakenOut } from '#domain/token-json/take-out-token.ts'
import { convertTaken, SOURCES } from './convert-taken.ts'
import type { Converted } from './use-json-text.ts'
import styles from './json-tab.module.css'

type TakenNoteProps = {
  taken: TakenOut
  isNew: boolean
  now: number
  onTake: (text: string) => void
}

/** What a text is that holds tokens and is no body itself, with the way to make it one. */
export function TakenNote({ taken, isNew, now, onTake }: TakenNoteProps) {
  const accountId = useAccountId()
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const { text, dropped } = convertTaken(taken, choice, { accountId, isNew, now })
  return (
    <Note
      tone="info"
      title={`This is ${SOURCES[taken.from]}.`}
      action={
        <Button size="small" onClick={() => onTake(text)}>
          Convert to request body
        </Button>
      }
    >
      <ImportedChoice found={taken} choice={choice} onChoice={setChoice} dropped={dropped} />
    </Note>
  )
}

/** After a paste that was converted. */
export function ConvertedNote({ converted, onUndo }: { converted: Converted; onUndo: () => void }) {
  return (
    <Note
      tone="positive"
      role="status"
      title={`Converted from ${SOURCES[converted.from]}`}
      action={
        <Button size="small" onClick={onUndo}>
          Undo
        </Button>
      }
    >
      {converted.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Note>
  )
}

export function SecretNote() {
  const accountId = useAccountId()
  return (
    <Note tone="caution" title="A secret was removed" role="status">
      <p>
        We didn’t save it. If it was public, roll the token.{' '}
        <Link href={paths.verify(accountId)}>Verify the token</Link> to see which one it is.
      </p>
    </Note>
  )
}

type ProblemsNoteProps = { problems: JsonProblem[]; onGoTo: (problem: JsonProblem) => void }

/** Every problem with its place, which a click goes to. */
export function ProblemsNote({ problems, onGoTo }: ProblemsNoteProps) {
  return (
    <Note tone="critical" title={problems.length === 1 ? '1 problem' : `${problems.length} problems`} role="status">
      <Places label="Problems in the JSON" problems={problems} onGoTo={onGoTo} />
    </Note>
  )
}

/** What is sent as typed and may not be meant. */
export function RemarksNote({ remarks, onGoTo }: { remarks: JsonProblem[]; onGoTo: ProblemsNoteProps['onGoTo'] }) {
  return (
    <Note tone="caution" title="Sent as typed" role="status">
      <Places label="Sent as typed" problems={remarks} onGoTo={onGoTo} />
    </Note>
  )
}

function Places({ label, problems, onGoTo }: ProblemsNoteProps & { label: string }) {
  return (
    <ul aria-label={label}>
      {problems.map((problem) => {
        const { line, column, path, message } = problem
        return (
          <li key={`${line} ${column} ${path} ${message}`}>
            <button type="button" className={styles.place} onClick={() => onGoTo(problem)}>
              Line {line}, column {column}
            </button>
            {path && (
              <>
                {' · '}
                <code>{path}</code>
              </>
            )}
            : {message}
          </li>
        )
      })}
    </ul>
  )
}

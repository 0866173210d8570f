import { useMemo, useState } from 'react'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Answer } from '#domain/reach/question.ts'
import { answerGroups } from './answer-groups.ts'
import { AnswerTable } from './answer-table.tsx'
import { askedWords } from './asked.ts'
import { InactiveTokens } from './inactive-tokens.tsx'
import type { Answered } from './use-answers.ts'
import { WhyDialog } from './why-dialog.tsx'

type AnswerListsProps = Pick<Answered, 'asked' | 'answers' | 'moment'> & {
  names: ReadonlyMap<string, string>
  catalogue: PermissionGroup[] | undefined
  /** Ms since 1970. */
  now: number
}

/** The tokens of an answer: those that can or may, then those that could at another time or from another address. */
export function AnswerLists({ asked, answers, moment, names, catalogue, now }: AnswerListsProps) {
  const [why, setWhy] = useState<Answer | null>(null)
  const groups = useMemo(
    () =>
      answerGroups(asked)
        .map((group) => ({ ...group, rows: answers[group.list] }))
        .filter(({ rows }) => rows.length > 0),
    [asked, answers],
  )
  return (
    <>
      {groups.length > 0 && (
        <AnswerTable
          label={`Tokens that can ${askedWords(asked)}`}
          groups={groups}
          names={names}
          now={now}
          onWhy={setWhy}
        />
      )}
      <InactiveTokens
        label="Tokens for other addresses"
        summary={`Tokens that could, but not from ${moment?.address ?? ''}`}
        answers={answers.elsewhere}
        now={now}
        onWhy={setWhy}
      />
      <InactiveTokens
        label="Inactive tokens"
        summary="Inactive tokens that could"
        answers={answers.inactive}
        now={now}
        onWhy={setWhy}
      />
      {why && <WhyDialog answer={why} asked={asked} catalogue={catalogue} now={now} onClose={() => setWhy(null)} />}
    </>
  )
}

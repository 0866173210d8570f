import type { Answers } from '#domain/reach/question.ts'
import { WORKER_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import type { Asked } from './asked.ts'

type AnswerGroup = { list: Exclude<keyof Answers, 'elsewhere' | 'inactive'>; title: string; hint: string }

/** The groups of an answer in their order, and what they mean. */
export const answerGroups = ({ where, question: { place } }: Asked): AnswerGroup[] => [
  {
    list: 'named',
    title: 'Named it',
    hint: where === null ? 'A policy names the account or single resources.' : `A policy names ${where}.`,
  },
  { list: 'wildcard', title: 'Through a wildcard', hint: wildcardHint(place?.scope ?? null) },
  { list: 'unsure', title: 'May', hint: 'Token Desk can’t tell from the policy. Choose “Why” to see the reason.' },
  {
    list: 'heldBack',
    title: 'Held back by a deny',
    hint: 'Allowed by one policy, denied by another. A deny always wins.',
  },
]

function wildcardHint(scope: string | null): string {
  if (scope === ZONE_SCOPE) return 'All zones of the account, so also zones added later.'
  if (scope === WORKER_SCOPE) return 'All Workers of the account, so also those added later.'
  return 'All resources of a kind, so also those added later.'
}

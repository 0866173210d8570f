import { allowedText } from '#domain/condition/unread-limit.ts'
import { becauseOfFound, type Answer, type Answers } from '#domain/reach/question.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { decisive, throughNames } from './found-words.ts'

export type CsvContext = {
  accountId: string
  names: ReadonlyMap<string, string>
  /** How many tokens were asked. */
  known: number
  /** How many the account has; `null` where the API does not say. */
  total: number | null
}

const LISTS = [
  ['named', 'named'],
  ['wildcard', 'wildcard'],
  ['unsure', 'may'],
  ['heldBack', 'denied'],
  ['elsewhere', 'other addresses'],
  ['inactive', 'inactive'],
] as const

const COLUMNS: [string, (answer: Answer, context: CsvContext) => string][] = [
  ['token_id', ({ token }) => safeText(token.id)],
  ['token_name', ({ token }) => safeText(token.name)],
  ['status', ({ token }) => safeText(token.status)],
  ['permission_groups', (answer) => groupsOf(answer, ({ name, id }) => safeText(name ?? id))],
  ['permission_group_ids', (answer) => groupsOf(answer, ({ id }) => id)],
  ['through', (answer, context) => safeText(throughNames(decisive(answer), context))],
  // From 1, as on the token page.
  [
    'policies',
    (answer) =>
      becauseOfFound(answer, answer.found)
        .map((one) => one.policyIndex + 1)
        .join(' '),
  ],
  ['ip_allowed', ({ token }) => allowedText(token.condition, token.wire.condition)],
  ['ip_exceptions', ({ token }) => token.condition.exceptions.join(' ')],
  ['expires_on', ({ token }) => token.expiresOn ?? ''],
  ['last_used_on', ({ token }) => token.lastUsedOn ?? ''],
  ['tokens_read', (_, { known }) => String(known)],
  ['tokens_total', (_, { total }) => String(total ?? '')],
]

/** So many rows are written in one go. */
const SLICE = 50

/** The names of the columns. */
export const CSV_FIELDS = ['answer', ...COLUMNS.map(([name]) => name)]

/** One row per token of an answer, in steps. */
export function* csvRows(answers: Answers, context: CsvContext): Generator<number, string[][], void> {
  const rows: string[][] = []
  for (const [list, words] of LISTS)
    for (const answer of answers[list]) {
      rows.push([words, ...COLUMNS.map(([, read]) => read(answer, context))])
      if (rows.length % SLICE === 0) yield rows.length
    }
  return rows
}

const groupsOf = (answer: Answer, textOf: (group: { id: string; name: string | null }) => string) =>
  [...new Set(decisive(answer).flatMap(({ groups }) => groups.map(textOf)))].join('; ')

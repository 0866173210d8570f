import { toCsv } from '#domain/export/formats.ts'
import type { Token } from '#domain/token/token.ts'
import type { BulkAction, BulkPlan } from './bulk-plan.ts'
import type { BulkOutcome } from './bulk-run.ts'

export const REPORTED = [
  'done',
  'not started',
  'skipped',
  'changed by someone else',
  'deleted',
  'failed',
  'unknown',
] as const

/** One token in a report. `before` is the token as it was previewed, for undoing the change. */
export type ReportLine = {
  id: string
  name: string
  outcome: (typeof REPORTED)[number]
  detail: string
  before: unknown
  after: unknown
}

/** Everything a bulk action was asked for, the tokens it left out among it. Times in UTC. */
export type BulkReport = {
  action: Pick<BulkAction, 'kind'>
  account_id: string
  ended_at: string
  tokens: ReportLine[]
}

type Outcomes<Failure> = ReadonlyMap<string, BulkOutcome<Failure>>

export function bulkReport<Failure>(
  { action, accountId, plan, now }: { action: BulkAction; accountId: string; plan: BulkPlan; now: number },
  outcomes: Outcomes<Failure>,
  explain: (failure: Failure) => string,
): BulkReport {
  const done = plan.planned.map(({ token }) => lineOf(token, outcomes.get(token.id) ?? { kind: 'waiting' }, explain))
  const leftOut = plan.leftOut.map(({ token, reason }) => ({
    ...head(token),
    outcome: 'skipped' as const,
    detail: reason,
  }))
  return { action, account_id: accountId, ended_at: new Date(now).toISOString(), tokens: [...done, ...leftOut] }
}

const head = (token: Token) => ({ id: token.id, name: token.name, before: token.wire, after: null as unknown })

function lineOf<Failure>(
  token: Token,
  outcome: BulkOutcome<Failure>,
  explain: (failure: Failure) => string,
): ReportLine {
  const line = head(token)
  switch (outcome.kind) {
    case 'running':
      if (outcome.isSent) return { ...line, outcome: 'unknown', detail: 'The page was left before the answer came' }
      return { ...line, outcome: 'not started', detail: 'Nothing was sent' }
    case 'waiting':
      return { ...line, outcome: 'not started', detail: 'Nothing was sent' }
    case 'done': {
      const detail = outcome.differs.length > 0 ? 'Saved with differences' : ''
      return { ...line, outcome: 'done', detail, after: outcome.token?.wire ?? null }
    }
    case 'conflict': {
      const { theirs } = outcome
      return theirs
        ? { ...line, outcome: 'changed by someone else', detail: 'Changed after the preview', after: theirs.wire }
        : { ...line, outcome: 'deleted', detail: 'Already deleted' }
    }
    case 'failed':
      return { ...line, outcome: 'failed', detail: explain(outcome.failure), after: token.wire }
    case 'unknown':
      return { ...line, outcome: 'unknown', detail: explain(outcome.failure), after: outcome.shown?.wire ?? null }
  }
}

export const reportJson = (report: BulkReport): string => `${JSON.stringify(report, withMaps, 2)}\n`

/** For `JSON.stringify`, which writes a map as an empty object. */
export const withMaps = (_: string, value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries(value) : value

/** A line a token; the states before and after as JSON. */
export const reportCsv = ({ action, tokens }: BulkReport): string =>
  toCsv(
    ['id', 'name', 'action', 'outcome', 'detail', 'before', 'after'],
    tokens.map(({ id, name, outcome, detail, before, after }) => [
      id,
      name,
      action.kind,
      outcome,
      detail,
      cellOf(before),
      cellOf(after),
    ]),
  )

/** What is not known is an empty cell; `null` is written as such. */
const cellOf = (state: unknown): string => (state === undefined ? '' : JSON.stringify(state))

import { FailureDocumentation } from '#app/parts/failure-documentation.tsx'
import type { TokenOutcome } from '#app/queries/bulk-tokens.ts'
import type { PlannedChange } from '#domain/inventory/bulk-plan.ts'
import { unconfirmed } from './bulk-words.ts'
import { ResultRow } from './result-row.tsx'
import { sayFailure } from './say-failure.ts'

type ResultLineProps = { accountId: string; step: PlannedChange; outcome: TokenOutcome; done: string }

/** What became of one token. That it is done, the title says for all. */
export function ResultLine({ accountId, step: { token, wanted }, outcome, done }: ResultLineProps) {
  const text = say(outcome, done, wanted ? { account_id: accountId, policies: wanted.policies } : undefined)
  const isGone = (outcome.kind === 'done' && !outcome.token) || (outcome.kind === 'conflict' && !outcome.theirs)
  const isOdd = outcome.kind === 'done' && outcome.differs.length > 0
  return (
    <ResultRow accountId={accountId} token={token} kind={outcome.kind} isOdd={isOdd} isGone={isGone}>
      {text}{' '}
      {(outcome.kind === 'failed' || outcome.kind === 'unknown') && <FailureDocumentation failure={outcome.failure} />}
    </ResultRow>
  )
}

function say(outcome: TokenOutcome, done: string, sent?: Record<string, unknown>): string {
  switch (outcome.kind) {
    case 'waiting':
      return 'Not started'
    case 'running':
      return 'In progress'
    case 'done':
      return outcome.differs.length > 0 ? 'Saved with differences' : ''
    case 'conflict':
      return outcome.theirs ? 'Changed by someone else; skipped' : 'Already deleted'
    case 'failed':
      return `Not changed. ${sayFailure(outcome.failure, sent)}`
    case 'unknown':
      return `${unconfirmed(done)} ${outcome.shown ? NO_CHANGE : ''}${sayFailure(outcome.failure, sent)}`
  }
}

const NO_CHANGE = 'Cloudflare shows no change so far. '

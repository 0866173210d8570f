import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, GitCompareArrows } from 'lucide-react'
import type { ApiFailure } from '#app/api/errors.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import { FailureDocumentation } from '#app/parts/failure-documentation.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import type { TokenOutcome } from '#app/queries/bulk-tokens.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Spinner } from '#app/ui/spinner.tsx'
import type { PlannedChange } from '#domain/inventory/bulk-plan.ts'
import styles from './bulk.module.css'

type ResultLineProps = { accountId: string; step: PlannedChange; outcome: TokenOutcome; done: string }

/** What became of one token. That it is done, the title says for all. */
export function ResultLine({ accountId, step: { token, wanted }, outcome, done }: ResultLineProps) {
  const { icon, text } = say(outcome, done, wanted ? { account_id: accountId, policies: wanted.policies } : undefined)
  const isGone = (outcome.kind === 'done' && !outcome.token) || (outcome.kind === 'conflict' && !outcome.theirs)
  const name = <TokenName name={token.name} />
  return (
    <span className={styles.result} data-kind={outcome.kind}>
      {icon}
      {isGone ? name : <Link href={paths.token(accountId, token.id)}>{name}</Link>}{' '}
      <span className="quiet">
        {text}{' '}
        {(outcome.kind === 'failed' || outcome.kind === 'unknown') && (
          <FailureDocumentation failure={outcome.failure} />
        )}
      </span>
    </span>
  )
}

export const sayFailure = (failure: ApiFailure, sent?: Record<string, unknown>): string => {
  const said = failure.problems
    .flatMap(({ code, message, chain }) => [{ code, message }, ...chain])
    .map(({ code, message }) => (code === 0 ? message : `${message} (${code})`))
    .join('; ')
  return `${explainFailure(failure, sent).title}${said && `: ${said}`}`
}

function say(outcome: TokenOutcome, done: string, sent?: Record<string, unknown>) {
  switch (outcome.kind) {
    case 'waiting':
      return { icon: <Icon of={CircleDashed} />, text: 'Not started' }
    case 'running':
      return { icon: <Spinner />, text: 'In progress' }
    case 'done': {
      const isOdd = outcome.differs.length > 0
      const text = isOdd ? 'Saved with differences' : ''
      return { icon: isOdd ? <Icon of={CircleAlert} /> : <Icon of={CircleCheck} />, text }
    }
    case 'conflict':
      return {
        icon: <Icon of={GitCompareArrows} />,
        text: outcome.theirs ? 'Changed by someone else; skipped' : 'Already deleted',
      }
    case 'failed':
      return { icon: <Icon of={CircleAlert} />, text: `Not changed. ${sayFailure(outcome.failure, sent)}` }
    case 'unknown':
      return {
        icon: <Icon of={CircleHelp} />,
        text: `Couldn’t confirm that it was ${done}. ${outcome.shown ? NO_CHANGE : ''}${sayFailure(outcome.failure, sent)}`,
      }
  }
}

const NO_CHANGE = 'Cloudflare shows no change so far. '

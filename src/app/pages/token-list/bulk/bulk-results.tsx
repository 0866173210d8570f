import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, GitCompareArrows } from 'lucide-react'
import { explainFailure } from '#app/parts/explain-failure.ts'
import { FailureDocumentation } from '#app/parts/failure-documentation.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { VirtualList } from '#app/parts/virtual-list.tsx'
import { WaitSeconds } from '#app/parts/wait-seconds.tsx'
import type { TokenOutcome, useBulkRun } from '#app/queries/bulk-tokens.ts'
import type { ApiFailure } from '#app/api/errors.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { downloadText } from '#app/ui/download-text.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import { Spinner } from '#app/ui/spinner.tsx'
import type { BulkAction, BulkPlan } from '#domain/inventory/bulk-plan.ts'
import { bulkReport, reportCsv, reportJson } from '#domain/inventory/bulk-report.ts'
import { count } from '#domain/text/plural.ts'
import styles from './bulk.module.css'
import { BULK_WORDS } from './bulk-words.ts'

type BulkResultsProps = {
  action: BulkAction
  plan: BulkPlan
  bulk: ReturnType<typeof useBulkRun>
  onClose: () => void
}

const WAITING: TokenOutcome = { kind: 'waiting' }

/** The progress with a line for each token, and at the end what is left to do. */
export function BulkResults({ action, plan, bulk, onClose }: BulkResultsProps) {
  const accountId = useAccountId()
  const words = BULK_WORDS[action.kind]
  const outcomeOf = (tokenId: string) => bulk.outcomes.get(tokenId) ?? WAITING
  const kinds = plan.planned.map(({ token }) => outcomeOf(token.id).kind)
  const countOf = (...of: TokenOutcome['kind'][]) => kinds.filter((kind) => of.includes(kind)).length
  const done = countOf('done')
  const conflicts = countOf('conflict')
  const failed = countOf('failed', 'unknown')
  const left = countOf('waiting')
  const isRunning = bulk.phase === 'running' || bulk.phase === 'stopping'
  const again = plan.planned.filter(({ token }) => ['failed', 'unknown'].includes(outcomeOf(token.id).kind))
  const rest = plan.planned.filter(({ token }) => outcomeOf(token.id).kind === 'waiting')

  const download = (format: 'json' | 'csv') => {
    const report = bulkReport({ action, accountId, plan, now: Date.now() }, bulk.outcomes, (failure) =>
      sayFailure(failure),
    )
    const name = `token-desk-${action.kind}-${report.ended_at.slice(0, 19).replaceAll(':', '')}.${format}`
    if (format === 'json') downloadText(name, 'application/json', reportJson(report))
    else downloadText(name, 'text/csv', reportCsv(report))
  }

  return (
    <Dialog
      title={
        isRunning ? `${words.doing} ${count(plan.planned.length, 'token')}` : `${count(done, 'token')} ${words.done}`
      }
      width="wide"
      onClose={isRunning ? stay : onClose}
      footer={
        <>
          <Button disabled={isRunning} onClick={() => download('csv')}>
            Report as CSV
          </Button>
          <Button disabled={isRunning} onClick={() => download('json')}>
            Report as JSON
          </Button>
          <Button tone="primary" disabled={isRunning} onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="stack">
        {isRunning ? (
          <ProgressLine
            label={words.doing}
            value={kinds.length - countOf('waiting', 'running')}
            max={kinds.length}
            action={
              <Button data-autofocus size="small" busy={bulk.phase === 'stopping'} onClick={bulk.stop}>
                Stop
              </Button>
            }
          >
            {kinds.length - countOf('waiting', 'running')} of {kinds.length}
            {bulk.pausedUntil !== null && <WaitSeconds until={bulk.pausedUntil} />}
          </ProgressLine>
        ) : (
          <Note
            role="status"
            tone={failed > 0 ? 'critical' : conflicts + left > 0 ? 'caution' : 'positive'}
            title={summary(words.done, { done, conflicts, failed, left })}
            action={
              (again.length > 0 || rest.length > 0) && (
                <>
                  {again.length > 0 && (
                    <Button size="small" onClick={() => void bulk.run(again)}>
                      Retry the failed ({again.length})
                    </Button>
                  )}
                  {rest.length > 0 && (
                    <Button size="small" onClick={() => void bulk.run(rest)}>
                      Go on with the rest ({rest.length})
                    </Button>
                  )}
                </>
              )
            }
          >
            {failed > 0 && 'A retry looks at each token first, so that nothing is done twice.'}
          </Note>
        )}
        <VirtualList label="Results" items={plan.planned} keyOf={({ token }) => token.id}>
          {({ token, wanted }) => (
            <ResultLine
              name={token.name}
              outcome={outcomeOf(token.id)}
              done={words.done}
              {...(wanted && { sent: { account_id: accountId, policies: wanted.policies } })}
            />
          )}
        </VirtualList>
      </div>
    </Dialog>
  )
}

const stay = () => {}

const sayFailure = (failure: ApiFailure, sent?: Record<string, unknown>): string => {
  const said = failure.problems
    .flatMap(({ code, message, chain }) => [{ code, message }, ...chain])
    .map(({ code, message }) => `${message} (${code})`)
    .join('; ')
  return `${explainFailure(failure, sent).title}${said && `: ${said}`}`
}

type Counts = { done: number; conflicts: number; failed: number; left: number }

function summary(word: string, { done, conflicts, failed, left }: Counts): string {
  const parts = [
    `${done} ${word}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(conflicts > 0 ? [`${conflicts} changed by somebody else and left alone`] : []),
    ...(left > 0 ? [`${left} not begun`] : []),
  ]
  return parts.join(', ')
}

type ResultLineProps = { name: string; outcome: TokenOutcome; done: string; sent?: Record<string, unknown> }

function ResultLine({ name, outcome, done, sent }: ResultLineProps) {
  const { icon, text } = say(outcome, done, sent)
  return (
    <span className={styles.result} data-kind={outcome.kind}>
      {icon}
      <TokenName name={name} />{' '}
      <span className="quiet">
        {text}{' '}
        {(outcome.kind === 'failed' || outcome.kind === 'unknown') && (
          <FailureDocumentation failure={outcome.failure} />
        )}
      </span>
    </span>
  )
}

function say(outcome: TokenOutcome, done: string, sent?: Record<string, unknown>) {
  switch (outcome.kind) {
    case 'waiting':
      return { icon: <Icon of={CircleDashed} />, text: 'Not begun' }
    case 'running':
      return { icon: <Spinner />, text: 'Under way' }
    case 'done': {
      const isOdd = outcome.differs.length > 0
      const text = isOdd ? 'Saved, but not as asked: look at it' : done.charAt(0).toUpperCase() + done.slice(1)
      return { icon: isOdd ? <Icon of={CircleAlert} /> : <Icon of={CircleCheck} />, text }
    }
    case 'conflict':
      return {
        icon: <Icon of={GitCompareArrows} />,
        text: outcome.theirs ? 'Changed by somebody else meanwhile; left alone' : 'Deleted meanwhile',
      }
    case 'failed':
      return { icon: <Icon of={CircleAlert} />, text: `Nothing changed. ${sayFailure(outcome.failure, sent)}` }
    case 'unknown':
      return {
        icon: <Icon of={CircleHelp} />,
        text: `It is not known whether it was ${done}. ${sayFailure(outcome.failure, sent)}`,
      }
  }
}

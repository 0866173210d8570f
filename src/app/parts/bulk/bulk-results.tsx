import { explainFailure } from '#app/parts/explain-failure.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useIsOfFormerUser } from '#app/parts/use-is-of-former-user.ts'
import { VirtualList } from '#app/parts/virtual-list.tsx'
import { WaitSeconds } from '#app/parts/wait-seconds.tsx'
import type { TokenOutcome, useBulkRun } from '#app/queries/bulk-tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Note } from '#app/ui/note.tsx'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import type { BulkAction, BulkPlan, PlannedChange } from '#domain/inventory/bulk-plan.ts'
import { bulkReport } from '#domain/inventory/bulk-report.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { BULK_WORDS, BUSY, sayNotDone } from './bulk-words.ts'
import { ReportDownloads } from './report-downloads.tsx'
import { ResultLine } from './result-line.tsx'
import { RunEnd } from './run-end.tsx'
import { sayFailure } from './say-failure.ts'

type BulkResultsProps = {
  action: BulkAction
  plan: BulkPlan
  bulk: ReturnType<typeof useBulkRun>
  /** Changes back what was changed, where that is possible. */
  onUndo?: () => void
  onClose: () => void
}

const WAITING: TokenOutcome = { kind: 'waiting' }

/** The progress with a line for each token, and at the end what is left to do. */
export function BulkResults({ action, plan, bulk, onUndo, onClose }: BulkResultsProps) {
  const accountId = useAccountId()
  const words = BULK_WORDS[action.kind]
  const outcomeOf = (tokenId: string) => bulk.outcomes.get(tokenId) ?? WAITING
  const kinds = plan.planned.map(({ token }) => outcomeOf(token.id).kind)
  const placeOf = ({ token }: PlannedChange) => placeAmongResults(outcomeOf(token.id))
  const countOf = (...of: TokenOutcome['kind'][]) => kinds.filter((kind) => of.includes(kind)).length
  const done = countOf('done')
  const failed = countOf('failed')
  const isRunning = bulk.phase === 'running' || bulk.phase === 'stopping'
  const again = plan.planned.filter(({ token }) => ['failed', 'unknown'].includes(outcomeOf(token.id).kind))
  const isOver = useIsOfFormerUser()
  const rest = plan.planned.filter(({ token }) => outcomeOf(token.id).kind === 'waiting')

  const report = () => bulkReport({ action, accountId, plan, now: Date.now() }, bulk.outcomes, sayFailure)

  const title = isRunning ? `${words.doing} ${count(kinds.length, 'token')}` : `${count(done, 'token')} ${words.done}`
  const notDone = sayNotDone([
    ['failed', failed],
    ['unknown', countOf('unknown')],
    ['conflict', countOf('conflict')],
    ['waiting', countOf('waiting')],
  ])
  // While it runs, no line changes its place.
  const lines = isRunning ? plan.planned : plan.planned.toSorted((a, b) => placeOf(a) - placeOf(b))
  // The title says what is done.
  const problems = isRunning ? '' : notDone.join(', ')
  return (
    <Dialog
      title={title}
      width="wide"
      onClose={isRunning ? stay : onClose}
      footer={
        <>
          <ReportDownloads disabled={isRunning} report={report} />
          {onUndo && !isRunning && !isOver && done > 0 && <Button onClick={onUndo}>Undo</Button>}
          <Button tone="primary" disabled={isRunning} onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="stack">
        {isRunning && (
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
            {grouped(kinds.length - countOf('waiting', 'running'))} of {grouped(kinds.length)}
            {bulk.pause && (
              <WaitSeconds
                until={bulk.pause.until}
                {...(bulk.pause.because && { why: explainFailure(bulk.pause.because).title })}
              />
            )}
          </ProgressLine>
        )}
        {bulk.isBusy && <Note tone="caution" role="alert" title={BUSY} />}
        {!isRunning && !problems && (
          <p role="status" className="visually-hidden">
            {title}
          </p>
        )}
        {problems && (
          <Note
            role="status"
            tone={failed > 0 ? 'critical' : 'caution'}
            title={problems}
            action={
              !isOver &&
              (again.length > 0 || rest.length > 0) && (
                <>
                  {again.length > 0 && (
                    <Button size="small" onClick={() => void bulk.run(again)}>
                      Try again ({grouped(again.length)})
                    </Button>
                  )}
                  {rest.length > 0 && (
                    <Button size="small" onClick={() => void bulk.run(rest)}>
                      Continue ({grouped(rest.length)})
                    </Button>
                  )}
                </>
              )
            }
          >
            <RunEnd failure={bulk.endedBy} isOver={isOver} />
            {again.length > 0 && !isOver && 'Trying again checks each token first, so nothing is done twice.'}
          </Note>
        )}
        <VirtualList label="Results" items={lines} keyOf={({ token }) => token.id}>
          {(step) => (
            <ResultLine accountId={accountId} step={step} outcome={outcomeOf(step.token.id)} done={words.done} />
          )}
        </VirtualList>
      </div>
    </Dialog>
  )
}

/** What the user has to look at comes first. */
function placeAmongResults(outcome: TokenOutcome): number {
  return outcome.kind === 'done' && outcome.differs.length > 0 ? PLACES.conflict : PLACES[outcome.kind]
}

const PLACES = { failed: 0, unknown: 1, conflict: 2, running: 3, waiting: 3, done: 4 }

const stay = () => {}

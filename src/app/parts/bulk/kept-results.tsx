import { useState } from 'react'
import { InventoryProgress } from '#app/parts/inventory/inventory-progress.tsx'
import { VirtualList } from '#app/parts/virtual-list.tsx'
import { useInventory } from '#app/queries/inventory.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Note } from '#app/ui/note.tsx'
import type { BulkReport, ReportLine } from '#domain/inventory/bulk-report.ts'
import { grouped } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import { BULK_WORDS } from './bulk-words.ts'
import { KeptLine } from './kept-line.tsx'
import { ReportDownloads } from './report-downloads.tsx'
import { sayRun } from './say-run.ts'

type KeptResultsProps = {
  report: BulkReport
  /** With the tokens that are left, as they are now; `undefined` where nothing can be changed. */
  onContinue: ((tokens: Token[]) => void) | undefined
  onClose: () => void
}

/** A line for each token of a run that did not finish, what is left to do first, and the report as a file. */
export function KeptResults({ report, onContinue, onClose }: KeptResultsProps) {
  const [isContinued, setIsContinued] = useState(false)
  const inventory = useInventory(report.account_id, isContinued)
  const left = new Set(report.tokens.filter(({ outcome }) => LEFT.has(outcome)).map(({ id }) => id))
  const { kind } = report.action
  const { title, counts, hasFailed } = sayRun(report)
  const lines = report.tokens
    .filter(({ outcome }) => outcome !== 'skipped')
    .toSorted((a, b) => PLACES[a.outcome] - PLACES[b.outcome])
  const onLeft = left.size > 0 ? onContinue : undefined
  const goOn = async (pressed: HTMLElement, onRead: (tokens: Token[]) => void) => {
    setIsContinued(true)
    const whole = await inventory.readWhole()
    // Not after the dialog was closed.
    if (whole && pressed.isConnected) onRead(whole.tokens.filter(({ id }) => left.has(id)))
  }
  return (
    <Dialog
      title={title}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <ReportDownloads report={() => report} />
          <Button tone="primary" data-autofocus onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="stack">
        <Note
          tone={hasFailed ? 'critical' : 'caution'}
          title={counts.join(', ')}
          action={
            onLeft && (
              <Button
                size="small"
                busy={isContinued && inventory.activity.kind === 'reading'}
                onClick={({ currentTarget }) => void goOn(currentTarget, onLeft)}
              >
                Continue ({grouped(left.size)})
              </Button>
            )
          }
        >
          {onLeft && 'To continue, choose and confirm the change again for the tokens that are left.'}
        </Note>
        {isContinued && <InventoryProgress {...inventory} />}
        <VirtualList label="Results" items={lines} keyOf={({ id }) => id}>
          {(line) => (
            <KeptLine
              accountId={report.account_id}
              line={line}
              done={BULK_WORDS[kind].done}
              isDelete={kind === 'delete'}
            />
          )}
        </VirtualList>
      </div>
    </Dialog>
  )
}

/** What is done again checks each token first, so nothing is done twice. */
const LEFT = new Set<ReportLine['outcome']>(['failed', 'unknown', 'not started'])

const PLACES: Record<ReportLine['outcome'], number> = {
  failed: 0,
  unknown: 1,
  'changed by someone else': 2,
  deleted: 2,
  'not started': 3,
  skipped: 3,
  done: 4,
}

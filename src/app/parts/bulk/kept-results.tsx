import { VirtualList } from '#app/parts/virtual-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Note } from '#app/ui/note.tsx'
import type { BulkReport, ReportLine } from '#domain/inventory/bulk-report.ts'
import { BULK_WORDS } from './bulk-words.ts'
import { KeptLine } from './kept-line.tsx'
import { ReportDownloads } from './report-downloads.tsx'
import { sayRun } from './say-run.ts'

type KeptResultsProps = { report: BulkReport; onClose: () => void }

/** A line for each token of a run that did not finish, what is left to do first, and the report as a file. */
export function KeptResults({ report, onClose }: KeptResultsProps) {
  const { kind } = report.action
  const { title, counts, hasFailed } = sayRun(report)
  const lines = report.tokens
    .filter(({ outcome }) => outcome !== 'skipped')
    .toSorted((a, b) => PLACES[a.outcome] - PLACES[b.outcome])
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
        <Note tone={hasFailed ? 'critical' : 'caution'} title={counts.join(', ')}>
          To go on, select the tokens that are left and start the action again.
        </Note>
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

const PLACES: Record<ReportLine['outcome'], number> = {
  failed: 0,
  unknown: 1,
  'changed by someone else': 2,
  deleted: 2,
  'not started': 3,
  skipped: 3,
  done: 4,
}

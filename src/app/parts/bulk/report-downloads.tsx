import { Button } from '#app/ui/button.tsx'
import { downloadText } from '#app/ui/download-text.ts'
import { reportCsv, reportJson, type BulkReport } from '#domain/inventory/bulk-report.ts'

type ReportDownloadsProps = { disabled?: boolean; report: () => BulkReport }

/** The report of a bulk action as a file. */
export function ReportDownloads({ disabled = false, report }: ReportDownloadsProps) {
  const download = (format: 'json' | 'csv') => {
    const made = report()
    const name = `token-desk-${made.action.kind}-${made.ended_at.slice(0, 19).replaceAll(':', '')}.${format}`
    if (format === 'json') downloadText(name, 'application/json', reportJson(made))
    else downloadText(name, 'text/csv', reportCsv(made))
  }
  return (
    <>
      <Button disabled={disabled} onClick={() => download('csv')}>
        Download CSV
      </Button>
      <Button disabled={disabled} onClick={() => download('json')}>
        Download JSON
      </Button>
    </>
  )
}

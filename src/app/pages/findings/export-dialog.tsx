import { useState } from 'react'
import { partInFileName } from '#app/parts/inventory/count-words.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { downloadText } from '#app/ui/download-text.ts'
import { Segmented } from '#app/ui/segmented.tsx'
import { reportCsv, reportJson, reportMarkdown, type Report } from '#domain/findings/report.ts'
import { hasAllTokens, type Inventory } from '#domain/inventory/inventory.ts'
import { count } from '#domain/text/plural.ts'

type ExportDialogProps = Pick<Report, 'isFiltered' | 'isSure'> & {
  findings: Pick<Report, 'open' | 'suppressed' | 'silent' | 'uncounted'>
  inventory: Inventory
  onClose: () => void
}

const FORMATS = {
  markdown: { label: 'Markdown', write: reportMarkdown, type: 'text/markdown', extension: 'md' },
  csv: { label: 'CSV', write: reportCsv, type: 'text/csv', extension: 'csv' },
  json: { label: 'JSON', write: reportJson, type: 'application/json', extension: 'json' },
}
type Format = keyof typeof FORMATS

const OPTIONS = (Object.keys(FORMATS) as Format[]).map((value) => ({ value, label: FORMATS[value].label }))

/** The findings that are shown, as a file. */
export function ExportDialog({ findings, isFiltered, isSure, inventory, onClose }: ExportDialogProps) {
  const accountId = useAccountId()
  const [format, setFormat] = useState<Format>('markdown')
  const download = () => {
    const now = Date.now()
    const { write, type, extension } = FORMATS[format]
    const { tokens, totalCount } = inventory
    const source = { accountId, tokens, totalCount, isComplete: hasAllTokens(inventory), notes: [] }
    const text = write({ source, ...findings, isFiltered, isSure, now })
    const day = new Date(now).toISOString().slice(0, 10)
    downloadText(`token-findings-${day}${partInFileName(inventory)}.${extension}`, type, text)
    onClose()
  }
  return (
    <Dialog
      title="Export findings"
      description={`${count(findings.open.length, 'finding')}${isFiltered ? ' that match' : ''}. The file contains no secrets.`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" data-autofocus onClick={download}>
            Download
          </Button>
        </>
      }
    >
      <div className="stack">
        <Segmented legend="Format" name="format" value={format} options={OPTIONS} onChange={setFormat} />
        {!hasAllTokens(inventory) && (
          <p role="status">Not all tokens are loaded yet, so the file says that it is a part.</p>
        )}
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useResourceNames } from '#app/queries/use-resource-names.ts'
import { Button } from '#app/ui/button.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { copyText } from '#app/ui/copy-text.ts'
import { Dialog } from '#app/ui/dialog.tsx'
import { downloadText } from '#app/ui/download-text.ts'
import { Segmented } from '#app/ui/segmented.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import { exportCsv, exportCurl, exportJson, type ExportContext } from '#domain/export/formats.ts'
import { parseResources } from '#domain/policy/resource-keys.ts'
import { exportTerraform } from '#domain/export/terraform.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './export.module.css'

type ExportDialogProps = { accountId: string; tokens: Token[]; onClose: () => void }

type Format = {
  value: 'json' | 'csv' | 'terraform' | 'curl'
  label: string
  about: string
  extension: string
  type: string
  write: (tokens: Token[], context: ExportContext) => string
}

const FORMATS: Format[] = [
  {
    value: 'json',
    label: 'JSON',
    about: 'As the API sends them. “Import” opens one of them as a draft again.',
    extension: 'json',
    type: 'application/json',
    write: exportJson,
  },
  {
    value: 'csv',
    label: 'CSV',
    about: 'A line a token, for a spreadsheet. What it would run as a formula has an apostrophe before it.',
    extension: 'csv',
    type: 'text/csv',
    write: exportCsv,
  },
  {
    value: 'terraform',
    label: 'Terraform',
    about: 'For the Cloudflare provider 5, with import blocks: a plan after it changes nothing.',
    extension: 'tf',
    type: 'text/plain',
    write: exportTerraform,
  },
  {
    value: 'curl',
    label: 'curl',
    about: 'A script that creates tokens like these. Each answer holds a new secret.',
    extension: 'sh',
    type: 'text/x-shellscript',
    write: exportCurl,
  },
]

/** As much as one reads; the file holds all. */
const PREVIEW_LENGTH = 4000

/** Tokens in the format of another tool, to copy or to save. None of them holds a secret. */
export function ExportDialog({ accountId, tokens, onClose }: ExportDialogProps) {
  const zoneNames = useResourceNames(accountId, standOnWorkers(tokens))
  const toast = useToast()
  const [day] = useState(() => new Date().toISOString().slice(0, 10))
  const [value, setValue] = useState<Format['value']>('json')
  const format = FORMATS.find((one) => one.value === value) ?? FORMATS[0]
  if (!format) return null
  const text = format.write(tokens, { accountId, zoneNames })
  const fileName = `cloudflare-tokens-${day}.${format.extension}`

  const copy = async () => {
    const isCopied = await copyText(text)
    toast({ message: isCopied ? 'Copied' : 'The clipboard is closed to this page. Save the file instead.' })
  }

  return (
    <Dialog
      title={tokens.length === 1 ? 'Export the token' : `Export ${tokens.length} tokens`}
      description="What they may do, without any secret: the API never tells one again."
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button onClick={() => void copy()}>Copy</Button>
          <Button tone="primary" onClick={() => downloadText(fileName, format.type, text)}>
            Save as {fileName}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Segmented
          legend="Format"
          hideLegend
          name="export-format"
          value={value}
          options={FORMATS}
          onChange={setValue}
        />
        <p className={styles.about}>{format.about}</p>
        <CodeBlock
          label={`The export as ${format.label}`}
          code={text.length > PREVIEW_LENGTH ? `${text.slice(0, PREVIEW_LENGTH)}\n…` : text}
        />
      </div>
    </Dialog>
  )
}

const standOnWorkers = (tokens: Token[]) =>
  tokens
    .flatMap(({ policies }) => policies.flatMap(({ resources }) => parseResources(resources)))
    .some((target) => target.kind === 'one' && target.family === 'workers')

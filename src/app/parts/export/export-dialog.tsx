import { useState } from 'react'
import { useResourceNames } from '#app/queries/use-resource-names.ts'
import { Button } from '#app/ui/button.tsx'
import { CodeBlock } from '#app/ui/code-block.tsx'
import { copyText } from '#app/ui/copy-text.ts'
import { Dialog } from '#app/ui/dialog.tsx'
import { downloadText } from '#app/ui/download-text.ts'
import { Note } from '#app/ui/note.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import { exportCurl, leftOutOfCurl } from '#domain/export/curl.ts'
import type { ExportContext } from '#domain/export/export-context.ts'
import { exportFileName } from '#domain/export/file-name.ts'
import { exportCsv, exportJson } from '#domain/export/formats.ts'
import { RoundedNote } from '#app/parts/rounded-note.tsx'
import { parseResources } from '#domain/policy/resource-keys.ts'
import { exportTerraform, leftOutOfTerraform } from '#domain/export/terraform.ts'
import { countReasons, type LeftOut } from '#domain/export/token-state.ts'
import { leftOutTooDeep } from '#domain/export/too-deep.ts'
import { count } from '#domain/text/plural.ts'
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
  /** Tokens that the format cannot contain. */
  leaveOut?: (tokens: Token[], context: ExportContext) => LeftOut[]
  /** What the user should know about those. */
  why?: string
}

const FORMATS: Format[] = [
  {
    value: 'json',
    label: 'JSON',
    about: 'As the API returns them. You can import the file again.',
    extension: 'json',
    type: 'application/json',
    write: exportJson,
    leaveOut: leftOutTooDeep,
    why: 'Their JSON has more levels than can be written.',
  },
  {
    value: 'csv',
    label: 'CSV',
    about: 'One row per token. Formulas are escaped.',
    extension: 'csv',
    type: 'text/csv',
    write: exportCsv,
    leaveOut: leftOutTooDeep,
    why: 'Their JSON has more levels than can be written.',
  },
  {
    value: 'terraform',
    label: 'Terraform',
    about:
      'For Cloudflare provider 5.13 or newer. Import blocks included; the first plan shows no changes. Don’t use -replace: it rolls the secret.',
    extension: 'tf',
    type: 'text/plain',
    write: exportTerraform,
    leaveOut: leftOutOfTerraform,
    why: 'Terraform can’t import them. They’re in the file as comments.',
  },
  {
    value: 'curl',
    label: 'curl',
    about: 'Recreates these tokens with new secrets. Run it again to create only the missing ones.',
    extension: 'sh',
    type: 'text/x-shellscript',
    write: exportCurl,
    leaveOut: leftOutOfCurl,
    why: 'New tokens would be active, or without policies. They’re in the file as comments.',
  },
]

/** Enough to read; the file has all. */
const PREVIEW_LENGTH = 4000

/** Tokens in the format of another tool, to copy or save. None contains a secret. */
export function ExportDialog({ accountId, tokens, onClose }: ExportDialogProps) {
  const zoneNames = useResourceNames(accountId, standOnWorkers(tokens))
  const toast = useToast()
  const [now] = useState(Date.now)
  const [value, setValue] = useState<Format['value']>('json')
  const format = FORMATS.find((one) => one.value === value) ?? FORMATS[0]
  if (!format) return null
  const context = { accountId, zoneNames, now }
  const text = format.write(tokens, context)
  const leftOut = format.leaveOut?.(tokens, context) ?? []
  const fileName = exportFileName(tokens, new Date(now).toISOString().slice(0, 10), format.extension)

  const copy = async () => {
    const isCopied = await copyText(text)
    toast({ message: isCopied ? 'Copied' : 'Couldn’t access the clipboard. Save the file instead.' })
  }

  return (
    <Dialog
      title={tokens.length === 1 ? 'Export token' : `Export ${count(tokens.length, 'token')}`}
      description="Exports contain no secrets."
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
      <div className={`stack ${styles.fields}`}>
        <Segmented
          legend="Format"
          hideLegend
          name="export-format"
          value={value}
          options={FORMATS}
          onChange={setValue}
        />
        <p className={styles.about}>{format.about}</p>
        {leftOut.length > 0 && (
          <Note tone="caution" title={`${count(leftOut.length, 'token')} left out: ${countReasons(leftOut)}`}>
            {format.why}
          </Note>
        )}
        <RoundedNote values={tokens.map(({ wire }) => wire)} />
        <CodeBlock
          label={`Export as ${format.label}`}
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

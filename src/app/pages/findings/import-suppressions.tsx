import { useState } from 'react'
import type { ChangeSuppressions } from '#app/parts/kept-choices.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import { readSuppressions, type Suppression } from '#domain/findings/suppressions.ts'
import { count, grouped } from '#domain/text/plural.ts'

type ImportSuppressionsProps = {
  all: Suppression[]
  /** Returns whether the browser stored them. */
  onImport: (change: ChangeSuppressions) => boolean
  onClose: () => void
}

/** Adds the suppressed findings of a file. Of a finding that is in both, the file's counts. */
export function ImportSuppressions({ all, onImport, onClose }: ImportSuppressionsProps) {
  const toast = useToast()
  const [problem, setProblem] = useState<string>()
  const [read, setRead] = useState<Suppression[]>()

  const take = async (file: File) => {
    const came = readSuppressions(await file.text())
    setProblem(came.ok ? undefined : came.message)
    setRead(came.ok ? came.suppressions : undefined)
  }
  const add = () => {
    if (!read) return
    const merge = (before: Suppression[]) => [
      ...new Map([...before, ...read].map((one) => [one.fingerprint, one])).values(),
    ]
    if (!onImport(merge)) {
      setProblem('Browser storage is blocked. They are forgotten when you leave the page.')
      return
    }
    toast({ message: `${count(read.length, 'suppressed finding')} imported.`, tone: 'positive' })
    onClose()
  }
  return (
    <Dialog
      title="Import suppressed findings"
      description="A JSON file that this page exported, here or in another browser."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!read} onClick={add}>
            Import
          </Button>
        </>
      }
    >
      <div className="stack">
        <FileField label="File" accept=".json,application/json" onFile={(file) => void take(file)} />
        {problem !== undefined && <p role="alert">{problem}</p>}
        {read && (
          <p role="status">
            {count(read.length, 'suppressed finding')}, {grouped(inBoth(all, read))} of them already here.
          </p>
        )}
      </div>
    </Dialog>
  )
}

function inBoth(all: Suppression[], read: Suppression[]): number {
  const known = new Set(all.map(({ fingerprint }) => fingerprint))
  return read.filter(({ fingerprint }) => known.has(fingerprint)).length
}

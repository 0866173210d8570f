import { useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { ImportedChoice, chosenForCreate, FIRST_CHOICE } from '#app/parts/imported-choice.tsx'
import { keepImportedToken } from '#app/parts/imported-token.ts'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { redactSecrets } from '#domain/secret/redact.ts'
import { readExport, type ImportedTokens } from '#domain/token-json/read-export.ts'

type ImportDialogProps = { onClose: () => void }

/** What was brought, read once as it came; the text without its secrets. */
type Brought = { text: string; fileName: string; hadSecret: boolean; read: ImportedTokens | { problem: string } }

/** Larger than any account's export, small enough to be read at once. */
const MAX_MB = 64
const FILES = '.json,.tfstate,.tf,.sh,.har,.txt,application/json'

/** Opens a token from a file as a draft in the editor. Nothing is created until it is saved there. */
export function ImportDialog({ onClose }: ImportDialogProps) {
  const accountId = useAccountId()
  const navigate = useNavigate()
  const now = useNow()
  const [brought, setBrought] = useState<Brought | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const found = brought && 'tokens' in brought.read ? brought.read : null
  const chosen = found && chosenForCreate(found, choice, accountId, now)

  const take = (typed: string, fileName: string) => {
    const { text, removed } = redactSecrets(typed)
    setBrought(
      text.trim() === '' && !fileName ? null : { text, fileName, hadSecret: removed > 0, read: readExport(text) },
    )
    setChoice(FIRST_CHOICE)
    setProblem(null)
  }

  const takeFile = async (file: File) => {
    if (file.size > MAX_MB * 1024 * 1024) {
      setProblem(`${file.name} is too large (max ${MAX_MB} MB).`)
      return
    }
    try {
      take(await file.text(), file.name)
    } catch {
      setProblem(`${file.name} could not be read.`)
    }
  }

  const open = () => {
    if (!chosen) return
    const id = keepImportedToken(chosen.body)
    if (id) void navigate({ href: paths.newToken(accountId, { brought: id }) })
    else setProblem('Browser storage is blocked. Paste the token into the JSON tab of a new token.')
  }

  return (
    <Dialog
      title="Import a token"
      description="Paste an export, an API response, Terraform (state, plan or .tf) or a curl command."
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!chosen} onClick={open}>
            Open in editor
          </Button>
        </>
      }
    >
      <div className="stack">
        <FileField label="File" accept={FILES} onFile={(file) => void takeFile(file)} />
        <TextAreaField
          label="Or paste it here"
          rows={5}
          spellCheck={false}
          autoComplete="off"
          value={brought && !brought.fileName ? brought.text : ''}
          placeholder={brought?.fileName ? `Read from ${brought.fileName}` : ''}
          onChange={(event) => take(event.target.value, '')}
          {...(brought && 'problem' in brought.read && { error: brought.read.problem })}
        />
        {problem && <Note tone="critical" role="alert" title={problem} />}
        {brought?.hadSecret && (
          <Note tone="caution" role="status" title="A secret was in that text">
            <p>
              It was left out and is kept nowhere here. To see what it opens,{' '}
              <Link href={paths.verify(accountId)}>verify it</Link> instead.
            </p>
          </Note>
        )}
        {found && chosen && (
          <ImportedChoice found={found} choice={choice} onChoice={setChoice} dropped={chosen.dropped} />
        )}
      </div>
    </Dialog>
  )
}

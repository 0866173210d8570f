import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '#app/ui/button.tsx'
import { TypedDialog } from './typed-dialog.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { readBrought, type BroughtText } from './brought-text.ts'
import { ImportedChoice, chosenForCreate, FIRST_CHOICE } from './imported-choice.tsx'
import { keepImportedToken } from './imported-token.ts'
import { Link } from './link.tsx'
import { paths } from './paths.ts'
import { useAccountId } from './use-account-id.ts'
import { useNow } from './use-now.ts'

type ImportDialogProps = {
  /** In the editor the import takes the place of the form's present start. */
  isInEditor?: boolean
  onClose: () => void
}

type Brought = BroughtText & { fileName: string }

/** Larger than any account's export, small enough to be read at once. */
const MAX_MB = 64
const FILES = '.json,.tfstate,.tf,.sh,.har,.txt,application/json'

/** Opens a token from a file as a draft in the editor. Nothing is created until it is saved there. */
export function ImportDialog({ isInEditor = false, onClose }: ImportDialogProps) {
  const accountId = useAccountId()
  const navigate = useNavigate()
  const now = useNow()
  const [brought, setBrought] = useState<Brought | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const found = brought && 'tokens' in brought.read ? brought.read : null
  const chosen = found && chosenForCreate(found, choice, accountId, now)

  const take = (typed: string, fileName: string) => {
    const read = readBrought(typed)
    setBrought(read.text.trim() === '' && !fileName ? null : { ...read, fileName })
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
      setProblem(`Couldn’t read ${file.name}.`)
    }
  }

  const open = () => {
    if (!chosen) return
    const id = keepImportedToken(chosen.body)
    if (!id) {
      setProblem('Browser storage is blocked. Paste the token into the JSON tab of a new token.')
      return
    }
    // Closed first: the editor may ask about what is in it.
    onClose()
    void navigate({ href: paths.newToken(accountId, { brought: id }), replace: isInEditor })
  }

  return (
    <TypedDialog
      title="Import a token"
      description="Paste an export, an API response, Terraform or a curl command, or choose a file."
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
        <TextAreaField
          label="Paste here"
          data-autofocus
          rows={6}
          spellCheck={false}
          autoComplete="off"
          value={brought && !brought.fileName ? brought.text : ''}
          placeholder={brought?.fileName ? `Read from ${brought.fileName}` : ''}
          onChange={(event) => take(event.target.value, '')}
          {...(brought && 'problem' in brought.read && { error: brought.read.problem })}
        />
        <FileField label="Or choose a file" accept={FILES} onFile={(file) => void takeFile(file)} />
        {problem && <Note tone="critical" role="alert" title={problem} />}
        {brought?.hadSecret && (
          <Note tone="caution" role="status" title="A secret was removed">
            <p>
              We didn’t save it. <Link href={paths.verify(accountId)}>Verify the token</Link> to see which one it is.
            </p>
          </Note>
        )}
        {found && chosen && (
          <ImportedChoice found={found} choice={choice} onChoice={setChoice} dropped={chosen.dropped} />
        )}
      </div>
    </TypedDialog>
  )
}

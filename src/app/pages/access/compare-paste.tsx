import { useState } from 'react'
import { readBrought, type BroughtText } from '#app/parts/brought-text.ts'
import { chosenBody, FIRST_CHOICE, ImportedChoice } from '#app/parts/imported-choice.tsx'
import { keepImportedToken } from '#app/parts/imported-token.ts'
import { TypedDialog } from '#app/parts/typed-dialog.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { pastedSide } from './compare-side.ts'

type ComparePasteProps = { onChoose: (address: string) => void; onClose: () => void }

/** A token from a text, to compare another one with. */
export function ComparePaste({ onChoose, onClose }: ComparePasteProps) {
  const accountId = useAccountId()
  const [pasted, setPasted] = useState<BroughtText | null>(null)
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const [isBlocked, setIsBlocked] = useState(false)
  const found = pasted && 'tokens' in pasted.read ? pasted.read : null
  const body = found && chosenBody(found, choice, accountId)

  const take = (typed: string) => {
    const brought = readBrought(typed)
    setPasted(brought.text.trim() === '' ? null : brought)
    setChoice(FIRST_CHOICE)
    setIsBlocked(false)
  }
  const compare = () => {
    const id = body && keepImportedToken({ name: body['name'], policies: body['policies'] })
    if (id) onChoose(pastedSide(id))
    else setIsBlocked(true)
  }

  return (
    <TypedDialog
      title="Compare with a text"
      description="Paste an export, an API response, Terraform or a curl command. It stays in this tab."
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!body} onClick={compare}>
            Compare
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextAreaField
          label="Paste here"
          data-autofocus
          rows={8}
          spellCheck={false}
          autoComplete="off"
          value={pasted?.text ?? ''}
          onChange={(event) => take(event.target.value)}
          {...(pasted && 'problem' in pasted.read && { error: pasted.read.problem })}
        />
        {isBlocked && <Note tone="critical" role="alert" title="Browser storage is blocked, so it can’t be kept." />}
        {pasted?.hadSecret && <Note tone="caution" role="status" title="A secret was removed" />}
        {found && <ImportedChoice found={found} choice={choice} onChoice={setChoice} dropped={[]} />}
      </div>
    </TypedDialog>
  )
}

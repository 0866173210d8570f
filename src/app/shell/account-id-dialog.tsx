import { useState, type FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type AccountIdDialogProps = { onClose: () => void; onChosen: (accountId: string) => void }

const ACCOUNT_ID = /^[0-9a-f]{32}$/

/** Opens an account the credential cannot list. */
export function AccountIdDialog({ onClose, onChosen }: AccountIdDialogProps) {
  const [value, setValue] = useState('')
  const [error, setError] = useState<string>()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const accountId = value.trim().toLowerCase()
    if (ACCOUNT_ID.test(accountId)) onChosen(accountId)
    else setError('An account id has 32 characters, 0–9 and a–f.')
  }

  return (
    <Dialog
      title="Open an account by its id"
      description="It stands in the address of Cloudflare’s own dashboard, after dash.cloudflare.com/."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form="account-id">
            Open account
          </Button>
        </>
      }
    >
      <form id="account-id" onSubmit={submit} noValidate>
        <TextField
          label="Account id"
          value={value}
          onChange={(event) => setValue(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          error={error}
          data-autofocus
        />
      </form>
    </Dialog>
  )
}

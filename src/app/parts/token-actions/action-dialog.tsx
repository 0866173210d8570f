import type { ReactNode } from 'react'
import { TokenName } from '#app/parts/token-name.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { Token } from '#domain/token/token.ts'

type ActionDialogProps = {
  token: Token
  /** "Delete", "Roll the secret of": the title before the name. */
  verb: string
  description: string
  confirm: { label: string; tone: 'primary' | 'danger-solid'; busy: boolean; disabled: boolean; onClick: () => void }
  /** An action is pending; the dialog stays open until it ends. */
  isBusy: boolean
  onClose: () => void
  children: ReactNode
}

/** Asks before an action on one token. Cancel has the focus. */
export function ActionDialog({ token, verb, description, confirm, isBusy, onClose, children }: ActionDialogProps) {
  const { label, ...button } = confirm
  return (
    <Dialog
      title={
        <>
          {verb} “<TokenName name={token.name} />
          ”?
        </>
      }
      description={description}
      onClose={isBusy ? stay : onClose}
      footer={
        <>
          <Button data-autofocus onClick={onClose} disabled={isBusy}>
            Cancel
          </Button>
          <Button {...button}>{label}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}

const stay = () => {}

import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'

type LeaveDialogProps = {
  title: string
  description: ReactNode
  stayLabel: string
  leaveLabel: string
  onStay: () => void
  onLeave: () => void
  /** Leaves as well, and what was entered is there on the way back. */
  onKeepDraft?: (() => void) | undefined
}

/** Asks before a navigation that loses something. Esc stays. */
export function LeaveDialog(props: LeaveDialogProps) {
  const { title, description, stayLabel, leaveLabel, onStay, onLeave, onKeepDraft } = props
  return (
    <Dialog
      title={title}
      description={description}
      onClose={onStay}
      footer={
        <>
          <Button tone="danger" onClick={onLeave}>
            {leaveLabel}
          </Button>
          {onKeepDraft && <Button onClick={onKeepDraft}>Keep draft</Button>}
          <Button tone="primary" data-autofocus onClick={onStay}>
            {stayLabel}
          </Button>
        </>
      }
    />
  )
}

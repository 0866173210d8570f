import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { Change } from '#domain/token/diff.ts'
import { ChangeList } from '#app/parts/change-list.tsx'

type DifferenceDialogProps = { changes: Change[]; onClose: () => void }

/** After a save whose answer is not what was asked: the user must not believe in an edit that did not happen. */
export function DifferenceDialog({ changes, onClose }: DifferenceDialogProps) {
  return (
    <Dialog
      title="Saved, but not as asked"
      description="Cloudflare took the edit and answered with another token than was sent. Compared with what you asked for:"
      width="wide"
      onClose={onClose}
      footer={
        <Button tone="primary" data-autofocus onClick={onClose}>
          Open the token
        </Button>
      }
    >
      <ChangeList label="Differences" changes={changes} />
    </Dialog>
  )
}

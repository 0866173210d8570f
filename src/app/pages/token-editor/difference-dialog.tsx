import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { Change } from '#domain/token/diff.ts'
import { ChangeList } from '#app/parts/change-list.tsx'

type DifferenceDialogProps = { changes: Change[]; onClose: () => void }

/** After a save whose answer is not what was asked: the user must not believe in an edit that did not happen. */
export function DifferenceDialog({ changes, onClose }: DifferenceDialogProps) {
  return (
    <Dialog
      title="Saved with differences"
      description="Cloudflare stored something different from what you sent:"
      width="wide"
      onClose={onClose}
      footer={
        <Button tone="primary" data-autofocus onClick={onClose}>
          View token
        </Button>
      }
    >
      <ChangeList label="Differences" changes={changes} />
    </Dialog>
  )
}

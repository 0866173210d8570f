import { ExportDialog } from '#app/parts/export/export-dialog.tsx'
import { useInventory } from '#app/queries/inventory.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { isPartial, missingCount } from '#domain/inventory/inventory.ts'
import { InventoryProgress } from './inventory-progress.tsx'
import type { ListSearch } from './list-search.ts'
import { useMatches } from './use-matches.ts'

type ExportAllDialogProps = { accountId: string; search: ListSearch; query: string; onClose: () => void }

/** All tokens that the list shows, on every page of it; loaded first where they are not. */
export function ExportAllDialog({ accountId, search, query, onClose }: ExportAllDialogProps) {
  const state = useInventory(accountId, true)
  const { tokens } = useMatches(accountId, state.inventory.tokens, search, query)
  const isWhole = !isPartial(state.inventory) && missingCount(state.inventory) === 0
  if (isWhole) return <ExportDialog accountId={accountId} tokens={tokens} onClose={onClose} />
  return (
    <Dialog
      title="Export all tokens"
      description="All of them have to be loaded first: an export of a part would look like the whole."
      onClose={onClose}
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <InventoryProgress {...state} />
    </Dialog>
  )
}

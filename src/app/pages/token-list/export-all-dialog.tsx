import { useState } from 'react'
import { ExportDialog } from '#app/parts/export/export-dialog.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import { InventoryProgress } from '#app/parts/inventory/inventory-progress.tsx'
import type { ListSearch } from './list-search.ts'
import { useMatches } from './use-matches.ts'

type ExportAllDialogProps = { search: ListSearch; words: string; onClose: () => void }

/** Exports all tokens that match, on every page of the list, and loads them first if necessary. */
export function ExportAllDialog({ search, words, onClose }: ExportAllDialogProps) {
  const accountId = useAccountId()
  const state = useInventory(accountId, true)
  const { tokens, isUnsure } = useMatches(state.inventory.tokens, search, words)
  const isWhole = hasAllTokens(state.inventory)
  // The dialog stays open when findings are judged anew later.
  const [isReady, setIsReady] = useState(false)
  if (!isReady && isWhole && !isUnsure) setIsReady(true)
  if (isReady && isWhole) return <ExportDialog accountId={accountId} tokens={tokens} onClose={onClose} />
  return (
    <Dialog
      title="Export all tokens"
      description="Loading all tokens before exporting."
      onClose={onClose}
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      {isWhole ? <p role="status">Checking tokens…</p> : <InventoryProgress {...state} />}
    </Dialog>
  )
}

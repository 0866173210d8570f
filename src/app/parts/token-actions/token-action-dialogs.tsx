import { Suspense } from 'react'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import type { TokenAction } from './token-action.ts'

// The dialogs are loaded on intent, so that the list and the token page render without them.
const RollTokenDialog = lazyComponent(() => import('./roll-token-dialog.tsx'), 'RollTokenDialog')
const DeleteTokenDialog = lazyComponent(() => import('./delete-token-dialog.tsx'), 'DeleteTokenDialog')
const ExportDialog = lazyComponent(() => import('#app/parts/export/export-dialog.tsx'), 'ExportDialog')
const TokenStatusDialog = lazyComponent(() => import('./token-status-dialog.tsx'), 'TokenStatusDialog')

/** Preloads the dialogs on hover or focus, so that they open on click. */
export function prepareActionDialogs(): void {
  for (const dialog of [RollTokenDialog, DeleteTokenDialog, TokenStatusDialog]) preload(dialog)
}

type TokenActionDialogsProps = {
  accountId: string
  action: TokenAction
  onClose: () => void
  /** After a delete, the token's page has nothing left to show. */
  onDeleted?: () => void
}

/** The dialog for an action. Mounted means open: it owns its mutation, and both end together. */
export function TokenActionDialogs({ accountId, action, onClose, onDeleted }: TokenActionDialogsProps) {
  const { kind, token } = action
  return (
    <Suspense>
      {kind === 'export' && <ExportDialog accountId={accountId} tokens={[token]} onClose={onClose} />}
      {kind === 'roll' && <RollTokenDialog accountId={accountId} token={token} onClose={onClose} />}
      {kind === 'delete' && (
        <DeleteTokenDialog accountId={accountId} token={token} onClose={onClose} onDeleted={onDeleted ?? onClose} />
      )}
      {(kind === 'disable' || kind === 'enable') && (
        <TokenStatusDialog accountId={accountId} token={token} change={kind} onClose={onClose} />
      )}
    </Suspense>
  )
}

import { lazy, Suspense } from 'react'
import type { TokenAction } from './token-action.ts'

// Dialog code comes on intent: the list and the token page show their rows without it.
const loadRoll = () => import('./roll-token-dialog.tsx')
const loadDelete = () => import('./delete-token-dialog.tsx')
const loadStatus = () => import('./token-status-dialog.tsx')
const RollTokenDialog = lazy(() => loadRoll().then((m) => ({ default: m.RollTokenDialog })))
const DeleteTokenDialog = lazy(() => loadDelete().then((m) => ({ default: m.DeleteTokenDialog })))
const TokenStatusDialog = lazy(() => loadStatus().then((m) => ({ default: m.TokenStatusDialog })))

/** Fetches the dialogs' code at the first sign of interest, so that one opens with the click. */
export function prepareActionDialogs(): void {
  // What does not come is asked for again by whoever opens it.
  for (const load of [loadRoll, loadDelete, loadStatus]) void load().catch(() => {})
}

type TokenActionDialogsProps = {
  accountId: string
  action: TokenAction
  onClose: () => void
  /** After a delete the page of the token has nothing left to show. */
  onDeleted?: () => void
}

/** The dialog for an action. Mounted means open: it owns its mutation, and both end together. */
export function TokenActionDialogs({ accountId, action, onClose, onDeleted }: TokenActionDialogsProps) {
  const { kind, token } = action
  return (
    <Suspense>
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

import { Search } from 'lucide-react'
import { Suspense, useState, type Dispatch } from 'react'
import { useLeaveDeleted } from '#app/parts/token-actions/use-leave-deleted.ts'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { Palette } from './palette-code.ts'
import styles from './shell.module.css'
import type { Overlay } from './use-command-keys.ts'

const TokenActionDialogs = lazyComponent(
  () => import('#app/parts/token-actions/token-action-dialogs.tsx'),
  'TokenActionDialogs',
)

const ShortcutsDialog = lazyComponent(() => import('./shortcuts-dialog.tsx'), 'ShortcutsDialog')

const ConnectDialog = lazyComponent(() => import('./connect-dialog.tsx'), 'ConnectDialog')

type CommandsProps = {
  accountId: string | null
  tokenId: string | undefined
  isReadOnly: boolean
  open: Overlay | null
  /** What was typed for the palette before it is there. */
  typed: string | null
  onOpen: Dispatch<Overlay | null>
}

/** The command palette, the list of keys, and the way to them for a mouse. */
export function Commands({ accountId, tokenId, isReadOnly, open, typed, onOpen }: CommandsProps) {
  const leave = useLeaveDeleted()
  const [action, setAction] = useState<TokenAction | null>(null)

  return (
    <>
      <button
        type="button"
        className={styles.search}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => onOpen('palette')}
        onPointerEnter={() => preload(Palette)}
        onFocus={() => preload(Palette)}
      >
        <Icon of={Search} />
        <span className={styles.words}>Search or jump to…</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <Suspense>
        {open === 'palette' && (
          <Palette
            accountId={accountId}
            tokenId={tokenId}
            isReadOnly={isReadOnly}
            typed={typed}
            onClose={() => onOpen(null)}
            onShortcuts={() => onOpen('shortcuts')}
            onAction={setAction}
          />
        )}
        {open === 'connect' && <ConnectDialog onClose={() => onOpen(null)} />}
        {open === 'shortcuts' && <ShortcutsDialog onClose={() => onOpen(null)} />}
      </Suspense>
      {action && accountId && (
        <Suspense>
          <TokenActionDialogs
            accountId={accountId}
            action={action}
            onClose={() => setAction(null)}
            onDeleted={() => {
              setAction(null)
              leave(accountId)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide'
import { lazy, Suspense, useState } from 'react'
import { TokenActionDialogs } from '#app/parts/token-actions/token-action-dialogs.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import styles from './shell.module.css'
import { useShortcuts } from './use-shortcuts.ts'

const loadPalette = () => import('./palette.tsx')
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })))
const ShortcutsDialog = lazy(() =>
  import('./shortcuts-dialog.tsx').then((module) => ({ default: module.ShortcutsDialog })),
)

type CommandsProps = { accountId: string | null; tokenId: string | undefined; isReadOnly: boolean }

/** The command palette, the keys that work everywhere, and the way to them for a mouse. */
export function Commands({ accountId, tokenId, isReadOnly }: CommandsProps) {
  const navigate = useNavigate()
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const [action, setAction] = useState<TokenAction | null>(null)

  useShortcuts([
    { key: 'k', mod: true, onPress: () => (setOpen('palette'), true) },
    { key: '?', onPress: () => (setOpen('shortcuts'), true) },
    {
      key: '/',
      onPress: () => {
        const field = document.querySelector<HTMLElement>('[aria-keyshortcuts="/"]')
        field?.focus()
        return field !== null
      },
    },
    {
      key: 'c',
      onPress: () => {
        if (!accountId || isReadOnly) return false
        void navigate({ to: '/accounts/$accountId/tokens/new', params: { accountId } })
        return true
      },
    },
    {
      key: 'e',
      onPress: () => {
        if (!accountId || !tokenId || isReadOnly) return false
        void navigate({ to: '/accounts/$accountId/tokens/$tokenId/edit', params: { accountId, tokenId } })
        return true
      },
    },
  ])

  return (
    <>
      <span className={styles.search}>
        <Button
          tone="quiet"
          icon={<Icon of={Search} />}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => setOpen('palette')}
          onPointerEnter={() => void loadPalette()}
          onFocus={() => void loadPalette()}
        >
          <span className={styles.words}>Search or jump to</span> <kbd aria-hidden>Ctrl K</kbd>
        </Button>
      </span>
      <Suspense>
        {open === 'palette' && (
          <Palette
            accountId={accountId}
            tokenId={tokenId}
            isReadOnly={isReadOnly}
            onClose={() => setOpen(null)}
            onShortcuts={() => setOpen('shortcuts')}
            onAction={setAction}
          />
        )}
        {open === 'shortcuts' && <ShortcutsDialog onClose={() => setOpen(null)} />}
      </Suspense>
      {action && accountId && (
        <TokenActionDialogs
          accountId={accountId}
          action={action}
          onClose={() => setAction(null)}
          onDeleted={() => {
            setAction(null)
            void navigate({ to: '/accounts/$accountId/tokens', params: { accountId }, replace: true })
          }}
        />
      )}
    </>
  )
}

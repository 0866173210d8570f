import { paths } from '#app/parts/paths.ts'
import { useNavigate } from '@tanstack/react-router'
import { useShortcuts, type Shortcut } from '#app/parts/use-shortcuts.ts'

/** What lies over the page when a command asks for it. */
export type Overlay = 'palette' | 'shortcuts' | 'connect'

type CommandKeys = {
  accountId: string | null
  tokenId: string | undefined
  isReadOnly: boolean
  open: Overlay | null
  onOpen: (overlay: Overlay) => void
}

/** The keys that work everywhere, from the first rows on: a user who knows them does not wait for the header. */
export function useCommandKeys({ accountId, tokenId, isReadOnly, open, onOpen }: CommandKeys): void {
  const navigate = useNavigate()
  // What was opened may not be there yet, and keys pressed until then are meant for it.
  useShortcuts(
    open
      ? OPENED
      : [
          { key: 'k', mod: true, onPress: () => (onOpen('palette'), true) },
          { key: '?', onPress: () => (onOpen('shortcuts'), true) },
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
              void navigate({ href: paths.newToken(accountId) })
              return true
            },
          },
          {
            key: 'e',
            onPress: () => {
              if (!accountId || !tokenId || isReadOnly) return false
              void navigate({ href: paths.editToken(accountId, tokenId) })
              return true
            },
          },
        ],
  )
}

/** The browser has a command of its own for it. */
const OPENED: Shortcut[] = [{ key: 'k', mod: true, onPress: () => true }]

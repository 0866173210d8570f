import { useQuery } from '@tanstack/react-query'
import { Keyboard, KeyRound, Plus } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { StatusChip } from '#app/parts/status-chip.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useTokenActions } from '#app/parts/token-actions/use-token-actions.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { paths } from '#app/parts/paths.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { useNavigate } from '@tanstack/react-router'
import { CommandMenu, type CommandItem } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { findByName } from '#domain/inventory/find-by-name.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { fold } from '#domain/text/fold.ts'
import { sectionsOf } from './sections.ts'
import { dropTyped, typedSoFar, watchTyped } from './typed-ahead.ts'
import { useFoundPermissions } from './use-found-permissions.tsx'

type PaletteProps = {
  accountId: string | null
  tokenId: string | undefined
  isReadOnly: boolean
  onClose: () => void
  onShortcuts: () => void
  onAction: (action: TokenAction) => void
}

/** As many tokens as one reads; more letters find the others. */
const MOST_TOKENS = 20

/** Tokens by name, pages, and what can be done with the token on the page. */
export function Palette(props: PaletteProps) {
  const { accountId, tokenId, onClose } = props
  const [query, setQuery] = useState(typedSoFar)
  // The keyboard is outside React: letters come before the field has the focus.
  useEffect(() => watchTyped(setQuery), [])
  const words = useDeferredValue(query)
  const { data: token } = useQuery({
    ...tokenQuery(accountId ?? '', tokenId ?? ''),
    enabled: accountId !== null && tokenId !== undefined,
    throwOnError: false,
  })
  const { inventory, activity } = useInventory(accountId ?? '', accountId !== null && query.trim() !== '')
  const navigate = useNavigate()
  const matches = (text: string) =>
    fold(words)
      .split(/\s+/)
      .every((word) => fold(text).includes(word))
  const commands = (items: (Omit<CommandItem, 'id' | 'label'> & { label: string })[]) =>
    items.filter(({ label }) => matches(label)).map((item) => ({ ...item, id: item.label }))
  const closing = (items: ReturnType<typeof commands>) =>
    items.map((item) => ({ ...item, onSelect: () => (onClose(), item.onSelect()) }))

  const found = words.trim() === '' ? [] : findByName(inventory.tokens, words, MOST_TOKENS)
  const actionsOf = useTokenActions(accountId, props.isReadOnly, props.onAction)
  const actions = (token ? actionsOf(token) : []).flatMap(({ kind, icon, onSelect }) => {
    const label = LABELS[kind]
    return label ? [{ label, icon: <Icon of={icon} />, onSelect, ...(kind === 'edit' && { detail: 'e' }) }] : []
  })
  const pages = usePages(props)
  const permissions = useFoundPermissions(accountId, words, onClose)
  const isReading = query.trim() !== '' && activity.kind === 'reading' && isPartial(inventory)
  const groups = [
    { heading: 'This token', items: closing(commands(actions)) },
    {
      heading: 'Tokens',
      items: found.map((one) => ({
        id: one.id,
        label: <TokenName name={one.name} />,
        icon: <Icon of={KeyRound} />,
        detail: <StatusChip token={one} />,
        onSelect: () => {
          onClose()
          if (accountId) void navigate({ href: paths.token(accountId, one.id) })
        },
      })),
    },
    { heading: 'Pages', items: closing(commands(pages)) },
    { heading: 'Permission groups', items: permissions },
    // It opens in the place of this one, which therefore does not close first.
    {
      heading: 'Help',
      items: commands([
        { label: 'Keyboard shortcuts', icon: <Icon of={Keyboard} />, detail: '?', onSelect: props.onShortcuts },
      ]),
    },
  ]
  const isEmpty = groups.every(({ items }) => items.length === 0)

  return (
    <CommandMenu
      label="Search or jump to"
      placeholder="A token’s name, a page, an action"
      query={query}
      onQuery={setQuery}
      groups={groups}
      note={
        isReading
          ? inventory.isCounted
            ? `Loaded ${inventory.tokens.length} of ${inventory.totalCount} tokens`
            : 'Loading tokens…'
          : isEmpty
            ? 'Nothing found'
            : activity.kind === 'failed' && query.trim() !== ''
              ? 'Not all tokens could be loaded; the list of tokens says why'
              : undefined
      }
      onClose={onClose}
      onReady={dropTyped}
    />
  )
}

type Doing = Omit<CommandItem, 'id' | 'label'> & { label: string }

function usePages({ accountId, isReadOnly }: PaletteProps): Doing[] {
  const navigate = useNavigate()
  const goTo = (href: string) => () => void navigate({ href })
  const sections = sectionsOf(accountId).map(({ label, icon, href }) => ({
    label,
    icon: <Icon of={icon} />,
    onSelect: goTo(href),
  }))
  if (!accountId || isReadOnly) return sections
  const create = {
    label: 'Create token',
    icon: <Icon of={Plus} />,
    detail: 'c',
    onSelect: goTo(paths.newToken(accountId)),
  }
  // After the tokens, the first section of an account.
  return sections.toSpliced(1, 0, create)
}

/** The page is the one that shows the token, so there is no "View". */
const LABELS = {
  view: null,
  edit: 'Edit the token',
  duplicate: 'Duplicate the token',
  copy: 'Copy the token’s ID',
  export: 'Export the token…',
  roll: 'Roll the secret…',
  enable: 'Enable the token…',
  disable: 'Disable the token…',
  delete: 'Delete the token…',
}

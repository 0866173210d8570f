import { useState } from 'react'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { CommandMenu, type CommandItem } from '#app/ui/command-menu.tsx'
import { spelledOut } from '#domain/text/hidden.ts'
import type { Token } from '#domain/token/token.ts'
import { loadingNote } from './loading-note.ts'
import { matching } from './palette-matching.ts'
import { themeItems } from './theme-items.tsx'
import { useAccountItems } from './use-account-items.tsx'
import { useListItems } from './use-list-items.tsx'
import { usePageItems } from './use-page-items.tsx'
import { usePermissionItems } from './use-permission-items.tsx'
import { useRequestItems } from './use-request-items.tsx'
import { useQuestionItems } from './use-question-items.tsx'
import { useTokenItems } from './use-token-items.tsx'
import { useZoneItems } from './use-zone-items.tsx'

type PaletteProps = {
  accountId: string | null
  tokenId: string | undefined
  isReadOnly: boolean
  /** Before its field had the focus. */
  typed: string | null
  onClose: () => void
  onShortcuts: () => void
  onAction: (action: TokenAction) => void
}

/** Tokens and what can be done with them, zones, lists, pages, permission groups, accounts and settings. */
export function Palette(props: PaletteProps) {
  const { accountId, typed, onClose } = props
  const [changed, setWords] = useState<string | null>(null)
  const words = changed ?? typed ?? ''
  /** The token whose actions are shown in the place of everything else. */
  const [chosen, setChosen] = useState<Token | null>(null)
  const isAsked = words.trim() !== ''
  const reading = useInventory(accountId ?? '', accountId !== null && isAsked)

  const tokens = useTokenItems(props, reading.inventory.tokens, words)
  const zones = useZoneItems(accountId, words)
  const { pages, help } = usePageItems(props)
  const lists = useListItems(accountId)
  const questions = useQuestionItems(accountId)
  const requests = useRequestItems(accountId, props.tokenId, words)
  const permissions = usePermissionItems(accountId, words)
  const accounts = useAccountItems(words)
  const closing = (items: CommandItem[]): CommandItem[] =>
    items.map((item) => ({ ...item, onSelect: () => (onClose(), item.onSelect()) }))
  // Without words only what is likely to be wanted.
  const whenAsked = (items: CommandItem[]) => (isAsked ? items : [])

  const everything = [
    { heading: 'This token', items: matching(tokens.actionsOfPage, words) },
    { heading: isAsked ? 'Tokens' : 'Recent tokens', items: tokens.found },
    { heading: 'Zones', items: zones },
    { heading: 'Pages', items: matching(pages, words) },
    { heading: 'Lists', items: whenAsked(matching(lists, words)) },
    { heading: 'Questions', items: [...requests, ...whenAsked(matching(questions, words))] },
    { heading: 'Permission groups', items: permissions },
    { heading: 'Accounts', items: accounts },
    { heading: 'Settings', items: whenAsked(matching(themeItems, words)) },
    { heading: 'Help', items: matching(help, words) },
  ]
  const ofChosen = chosen && [{ heading: spelledOut(chosen.name), items: matching(tokens.actionsOf(chosen), words) }]
  const groups = (ofChosen ?? everything).map(({ heading, items }) => ({ heading, items: closing(items) }))
  const isEmpty = groups.every(({ items }) => items.length === 0)

  const keys = chosen ? <BackKey /> : tokens.found.length > 0 && <ActionsKey />

  return (
    <CommandMenu
      label="Search or jump to"
      placeholder={chosen ? 'Search actions' : 'Search tokens, zones, pages and actions'}
      query={words}
      onQuery={setWords}
      groups={groups}
      note={(isAsked && !chosen && loadingNote(reading)) || (isEmpty ? 'No results' : keys)}
      onClose={onClose}
      onEnter={(id) => {
        const token = chosen ? undefined : tokens.byId.get(id)
        if (!token) return
        setChosen(token)
        setWords('')
      }}
      {...(chosen && { onLeave: () => setChosen(null) })}
    />
  )
}

const ActionsKey = () => (
  <>
    <kbd>→</kbd> Actions of the token
  </>
)

const BackKey = () => (
  <>
    <kbd>⌫</kbd> Back
  </>
)

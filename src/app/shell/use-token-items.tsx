import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { KeyRound } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { StatusChip } from '#app/parts/status-chip.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useTokenActions } from '#app/parts/token-actions/use-token-actions.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { recentTokens } from '#app/queries/recent-tokens.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import type { CommandItem } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { findByName } from '#domain/inventory/find-by-name.ts'
import type { Token } from '#domain/token/token.ts'
import type { Doing } from './palette-matching.ts'

/** As many tokens as one reads; more letters find the others. */
const MOST_FOUND = 20
const MOST_RECENT = 5

type TokenItems = {
  accountId: string | null
  tokenId: string | undefined
  isReadOnly: boolean
  onAction: (action: TokenAction) => void
}

/** The tokens that the words name, or without words those opened last; and what can be done with one. */
export function useTokenItems(
  { accountId, tokenId, isReadOnly, onAction }: TokenItems,
  tokens: Token[],
  words: string,
) {
  const navigate = useNavigate()
  const opened = recentTokens(useQueryClient(), accountId ?? '')
  const recent = opened.filter(({ id }) => id !== tokenId)
  const { data: ofPage } = useQuery({
    ...tokenQuery(accountId ?? '', tokenId ?? ''),
    enabled: accountId !== null && tokenId !== undefined,
    throwOnError: false,
  })
  const actions = useTokenActions(accountId, isReadOnly, onAction)
  const actionsOf = (token: Token): Doing[] =>
    actions(token).flatMap(({ kind, icon, onSelect }) =>
      // The page of the token is the one on the screen.
      kind === 'view' && token.id === tokenId
        ? []
        : [
            {
              label: LABELS[kind],
              also: OTHER_WORDS[kind] ?? '',
              icon: <Icon of={icon} />,
              onSelect,
              ...(kind === 'edit' && token.id === tokenId && { detail: <kbd>e</kbd> }),
            },
          ],
    )
  // Those that were opened do not wait for the list, so that none goes from under a key.
  const isListed = new Set(tokens.map(({ id }) => id))
  const known = [...tokens, ...opened.filter(({ id }) => !isListed.has(id))]
  const shown = words.trim() === '' ? recent.slice(0, MOST_RECENT) : findByName(known, words, MOST_FOUND)
  const found: CommandItem[] = shown.map((token) => ({
    id: token.id,
    label: <TokenName name={token.name} />,
    icon: <Icon of={KeyRound} />,
    detail: <StatusChip token={token} />,
    onSelect: () => {
      if (accountId) void navigate({ href: paths.token(accountId, token.id) })
    },
  }))
  return {
    found,
    actionsOf,
    actionsOfPage: ofPage ? actionsOf(ofPage) : [],
    byId: new Map(shown.map((token) => [token.id, token])),
  }
}

const LABELS = {
  view: 'View the token',
  edit: 'Edit the token',
  duplicate: 'Duplicate the token',
  compare: 'Compare the token with…',
  copy: 'Copy the token’s ID',
  export: 'Export the token…',
  roll: 'Roll the secret…',
  enable: 'Enable the token…',
  disable: 'Disable the token…',
  delete: 'Delete the token…',
}

/** None that begin like a page: its name should lead to it. */
const OTHER_WORDS: Partial<Record<keyof typeof LABELS, string>> = {
  view: 'open show details',
  edit: 'change rename modify policies ip limit extend renew',
  duplicate: 'copy clone',
  compare: 'difference',
  export: 'download json terraform curl',
  roll: 'rotate regenerate renew token',
  enable: 'activate turn on',
  disable: 'deactivate turn off revoke block suspend',
  delete: 'remove revoke',
}

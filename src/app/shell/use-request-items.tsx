import { useNavigate } from '@tanstack/react-router'
import { CircleHelp, TextSearch } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import type { CommandItem } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { requestIn } from '#domain/operations/request-path.ts'
import { redactTyped } from '#domain/secret/redact.ts'

/** What can be asked about a typed request, such as `GET /zones/…`; on the page of a token, also about that token. */
export function useRequestItems(accountId: string | null, tokenId: string | undefined, words: string): CommandItem[] {
  const navigate = useNavigate()
  const call = requestIn(redactTyped(words).text)
  if (call === null) return []
  const items: CommandItem[] = [
    {
      id: 'which permission',
      label: `Which permission does ${call} need?`,
      icon: <Icon of={TextSearch} />,
      onSelect: () => void navigate({ href: paths.which(accountId, { call }) }),
    },
  ]
  if (accountId === null || tokenId === undefined) return items
  return [
    ...items,
    {
      id: 'can this token',
      label: `Can this token call ${call}?`,
      icon: <Icon of={CircleHelp} />,
      onSelect: () => void navigate({ href: paths.token(accountId, tokenId, { call }) }),
    },
  ]
}

import { useNavigate } from '@tanstack/react-router'
import { Bookmark, ListFilter } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { savedViews } from '#app/parts/saved-views.ts'
import { writeSearch } from '#app/parts/search-text.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { FacetName } from '#domain/inventory/facet-names.ts'
import type { Doing } from './palette-matching.ts'

/** Questions about an account that a filter of the list answers. */
const LISTS: { label: string; also: string; filter: Partial<Record<FacetName | 'include_expired', string>> }[] = [
  {
    label: 'Tokens that need you today',
    also: 'act now urgent findings',
    filter: { finding: 'act-now', include_expired: 'true' },
  },
  { label: 'Tokens that change everywhere', also: 'write all zones account level', filter: { level: 'everywhere' } },
  { label: 'Tokens that expire within 30 days', also: 'expiring expires soon', filter: { expiry: '30d' } },
  { label: 'Tokens that never expire', also: 'expires without expiration end', filter: { expiry: 'never' } },
  {
    label: 'Expired tokens',
    also: 'ended expires renew inactive',
    filter: { expiry: 'expired', include_expired: 'true' },
  },
  { label: 'Tokens not used for 90 days', also: 'unused idle stale last used', filter: { used: '90d' } },
  { label: 'Tokens that were never used', also: 'unused last used', filter: { used: 'never' } },
  { label: 'Tokens without an IP limit', also: 'any address anywhere', filter: { ip: 'any' } },
  { label: 'Disabled tokens', also: 'off status enable deactivated inactive', filter: { status: 'disabled' } },
  { label: 'Revoked tokens', also: 'leaked status inactive', filter: { status: 'revoked' } },
  { label: 'Scheduled tokens', also: 'not started yet start later status', filter: { status: 'scheduled' } },
  { label: 'Active tokens', also: 'working live status', filter: { status: 'active' } },
  { label: 'Tokens changed in the last 7 days', also: 'recently created new modified', filter: { changed: '7d' } },
  { label: 'Tokens that deny something', also: 'effect denied except', filter: { effect: 'deny' } },
]

/** Ready filters, and the views that the user saved. */
export function useListItems(accountId: string | null): Doing[] {
  const navigate = useNavigate()
  if (!accountId) return []
  const open = (search: object) => void navigate({ href: paths.tokens(accountId) + writeSearch(search) })
  return [
    ...savedViews(accountId).map(({ name, search }) => ({
      label: name,
      also: 'saved view filter',
      icon: <Icon of={Bookmark} />,
      onSelect: () => open(search),
    })),
    ...LISTS.map(({ label, also, filter }) => ({
      label,
      also: `${also} filter`,
      icon: <Icon of={ListFilter} />,
      onSelect: () => open(filter),
    })),
  ]
}

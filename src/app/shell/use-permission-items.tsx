import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { useNavigate } from '@tanstack/react-router'
import { Chip } from '#app/ui/chip.tsx'
import type { CommandItem } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { readCatalogue } from '#domain/permission-groups/read-catalogue.ts'
import { scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import { searchGroups } from '#domain/permission-groups/search.ts'
import { isByName } from '#domain/permission-groups/search-rank.ts'

/** As many as one reads at a glance; the catalogue has the others. */
const MOST = 6
/** A single letter is in nearly every name. */
const SHORTEST = 2

/** Permission groups that the words name, best first; each leads to its place in the catalogue. */
export function usePermissionItems(accountId: string | null, words: string): CommandItem[] {
  const navigate = useNavigate()
  const isWanted = accountId !== null && words.trim().length >= SHORTEST
  const { data } = useQuery({ ...permissionGroupsQuery(accountId ?? ''), enabled: isWanted })
  if (!isWanted || !data) return []
  const { ranks } = searchGroups(readCatalogue(data).index, words)
  const rankOf = ({ id }: { id: string }) => ranks.get(id) ?? Infinity
  return data
    .filter((group) => isByName(rankOf(group)))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MOST)
    .map(({ id, name, scopes }) => ({
      id: `permission ${id}`,
      label: name,
      icon: <Icon of={ListChecks} />,
      detail: <Chip tone="neutral">{scopes.map(scopeLabel).join(', ')}</Chip>,
      onSelect: () => void navigate({ href: paths.permissions(accountId, { name, scope: scopes[0] }) }),
    }))
}

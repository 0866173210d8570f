import { useQuery } from '@tanstack/react-query'
import { useFindings } from '#app/parts/findings/use-findings.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { NavBadge } from '#app/ui/nav-link.tsx'
import { isPartial } from '#domain/inventory/inventory.ts'
import { needsOf } from '#domain/overview/needs.ts'
import { grouped } from '#domain/text/plural.ts'

/**
 * How many tokens have an "Act now" finding, from what pages have loaded: it requests nothing itself. Nothing until all
 * tokens are known, and the permission groups are loaded or refused.
 */
export function UrgentCount({ accountId }: { accountId: string }) {
  const isWhole = !isPartial(useInventory(accountId, false).inventory)
  const { findings, isCurrent } = useFindings(accountId, false, isWhole)
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: false })
  const isKnown = isWhole && isCurrent && groups.isFetched
  const count = isKnown && findings ? needsOf(findings.open).length : 0
  return (
    count > 0 && <NavBadge count={grouped(count)} words={`${count === 1 ? 'token needs' : 'tokens need'} you today`} />
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useFindings } from '#app/parts/findings/use-findings.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { needsOf } from '#domain/overview/needs.ts'

type UrgentCountProps = { accountId: string; onCount: (count: number) => void }

/**
 * Counts the tokens with an "Act now" finding, from what pages have loaded: it requests nothing itself. 0 until all
 * tokens are known, and the permission groups are loaded or refused.
 */
export function UrgentCount({ accountId, onCount }: UrgentCountProps) {
  const { inventory, findings, isCurrent } = useFindings(accountId, false)
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: false, throwOnError: false })
  const isKnown = !isPartial(inventory) && isCurrent && groups.isFetched
  const count = isKnown && findings ? needsOf(findings.open).length : 0
  // The navigation is there before this code is.
  useEffect(() => {
    onCount(count)
    return () => onCount(0)
  }, [onCount, count])
  return null
}

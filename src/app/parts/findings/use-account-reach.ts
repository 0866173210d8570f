import { useQuery } from '@tanstack/react-query'
import { useInventory } from '#app/queries/inventory.ts'
import { isComing } from '#app/queries/is-coming.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { reachQuery } from '#app/queries/reach.ts'

/**
 * What the known tokens of an account reach. `reach` is `undefined` at first, and `isCurrent` is false while it belongs
 * to tokens of before. `catalogue` is `undefined` when it cannot be read. `isWanted`: whether to read what is missing;
 * `isComputed`: whether it is needed at all.
 */
export function useAccountReach(accountId: string, isWanted = true, isComputed = true) {
  const state = useInventory(accountId, isWanted)
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: isWanted && isComputed })
  const context = { accountId, catalogue: groups.data }
  const { tokens, totalCount } = state.inventory
  const { data: reach, isPlaceholderData } = useQuery({
    ...reachQuery(context, tokens),
    enabled: isComputed && totalCount !== null && !isComing(groups),
  })
  return { ...state, catalogue: groups.data, reach, isCurrent: reach !== undefined && !isPlaceholderData }
}

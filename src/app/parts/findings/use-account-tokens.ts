import { useQuery } from '@tanstack/react-query'
import { useInventory } from '#app/queries/inventory.ts'
import { isComing } from '#app/queries/is-coming.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'

/**
 * The known tokens of an account and its catalogue, which is `undefined` when it cannot be read. `isReady` once enough
 * is known to tell what the tokens reach. `isWanted`: whether to read what is missing; `isComputed`: whether that is needed
 * at all.
 */
export function useAccountTokens(accountId: string, isWanted = true, isComputed = true) {
  const state = useInventory(accountId, isWanted)
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: isWanted && isComputed })
  const isReady = isComputed && state.inventory.totalCount !== null && !isComing(groups)
  return { ...state, catalogue: groups.data, isReady }
}

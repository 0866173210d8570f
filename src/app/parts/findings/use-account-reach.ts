import { useQuery } from '@tanstack/react-query'
import { reachQuery } from '#app/queries/reach.ts'
import { useAccountTokens } from './use-account-tokens.ts'

/**
 * What the known tokens of an account reach. `reach` is `undefined` at first, and `isCurrent` is false while it belongs
 * to tokens of before.
 */
export function useAccountReach(accountId: string) {
  const state = useAccountTokens(accountId)
  const { data: reach, isPlaceholderData } = useQuery({
    ...reachQuery({ accountId, catalogue: state.catalogue }, state.inventory.tokens),
    enabled: state.isReady,
  })
  return { ...state, reach, isCurrent: reach !== undefined && !isPlaceholderData }
}

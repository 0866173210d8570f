import { useSyncExternalStore } from 'react'
import { onRateBudget, rateBudget } from '#app/api/rate-budget.ts'

/** The credential's remaining requests, as the last answer said. */
export const useRateBudget = () => useSyncExternalStore(onRateBudget, rateBudget)

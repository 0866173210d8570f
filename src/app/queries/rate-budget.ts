import { useSyncExternalStore } from 'react'
import { onRateBudget, rateBudget } from '#app/api/rate-budget.ts'

/** What is left of the credential's requests, as the last answer told it. */
export const useRateBudget = () => useSyncExternalStore(onRateBudget, rateBudget)

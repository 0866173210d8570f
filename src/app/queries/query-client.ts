import { QueryClient, type Query } from '@tanstack/react-query'
import { isTransient, pauseOf, type ApiFailure } from '#app/api/errors.ts'
import { isPageHeld } from './held-page.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiFailure
  }
}

/** Retries of a read that failed for a transient reason. */
const MAX_RETRIES = 2

/**
 * With old data on screen a failed refresh is a line above it; with nothing to show it is the page's error, but not in
 * the place of a secret that is shown.
 */
export const withNothingToShow = (_: ApiFailure, { state }: Pick<Query, 'state'>): boolean =>
  state.data === undefined && !isPageHeld()

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < MAX_RETRIES && isTransient(error),
      retryDelay: (failures, error) => pauseOf(error) ?? 400 * 2 ** failures,
      throwOnError: withNothingToShow,
    },
    // Without a network a write fails at once: sent later, it would surprise the user.
    mutations: { retry: false, gcTime: 0, networkMode: 'always' },
  },
})

import { QueryClient, type Query } from '@tanstack/react-query'
import { isRateLimited, type ApiFailure } from '#app/api/errors.ts'
import { isPageHeld } from './held-page.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiFailure
  }
}

/** Retries of a read that failed for a transient reason. */
const MAX_RETRIES = 2
/** A longer wait is shown to the user instead of a pending page. */
const LONGEST_SILENT_WAIT_SECONDS = 3

/** Only reads retry, and only what may succeed next time: a 403 or 404 answers the same again. */
const isTransient = (failure: ApiFailure) =>
  isRateLimited(failure)
    ? (failure.retryAfter ?? 0) <= LONGEST_SILENT_WAIT_SECONDS
    : failure.kind === 'no-answer' || (failure.status ?? 0) >= 500

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
      retryDelay: (failures, error) => (error.retryAfter ? error.retryAfter * 1000 : 400 * 2 ** failures),
      throwOnError: withNothingToShow,
    },
    // Without a network a write fails at once: sent later, it would surprise the user.
    mutations: { retry: false, gcTime: 0, networkMode: 'always' },
  },
})

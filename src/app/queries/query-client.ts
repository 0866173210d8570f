import { QueryClient } from '@tanstack/react-query'
import type { ApiFailure } from '#app/api/errors.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiFailure
  }
}

/** Reads that failed for a passing reason are tried this often again. */
const MAX_RETRIES = 2
/** Longer waits are shown to the user instead of slept through. */
const LONGEST_SILENT_WAIT_SECONDS = 3

/** Only what may heal by itself is retried, and reads alone: a 403 or 404 answers the same next time. */
const isTransient = ({ kind, status = 0, retryAfter }: ApiFailure) =>
  kind === 'no-answer' || status >= 500 || (status === 429 && (retryAfter ?? 0) <= LONGEST_SILENT_WAIT_SECONDS)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < MAX_RETRIES && isTransient(error),
      retryDelay: (failures, error) => (error.retryAfter ? error.retryAfter * 1000 : 400 * 2 ** failures),
      // With old data on screen a failed refresh is a line above it; with nothing to show it is the page's error.
      throwOnError: (_, query) => query.state.data === undefined,
    },
    // Without a network a write fails and says so: kept until there is one, it would go out when nobody expects it.
    mutations: { retry: false, gcTime: 0, networkMode: 'always' },
  },
})

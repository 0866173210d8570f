import { queryOptions } from '@tanstack/react-query'
import { listBuckets, listWorkers, listZones } from '#app/api/resources.ts'

/** Names are optional: with a credential that may not list them, pages show and accept IDs. */
const namesQuery =
  <Names>(kind: string, list: (accountId: string, signal: AbortSignal) => Promise<Names>) =>
  (accountId: string) =>
    queryOptions({
      queryKey: [kind, accountId],
      queryFn: ({ signal }) => list(accountId, signal),
      staleTime: 5 * 60_000,
      throwOnError: false,
    })

export const zonesQuery = namesQuery('zones', listZones)
export const bucketsQuery = namesQuery('buckets', listBuckets)
/** Fetched only where a policy names single Workers: few do. */
export const workersQuery = namesQuery('workers', listWorkers)

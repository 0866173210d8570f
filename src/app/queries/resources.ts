import { queryOptions } from '@tanstack/react-query'
import { listBuckets, listWorkers, listZones } from '#app/api/resources.ts'

/** Names are optional: with a credential that may not list them, pages show and accept IDs. */
const optional = { staleTime: 5 * 60_000, throwOnError: false } as const

export const zonesQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['zones', accountId],
    queryFn: ({ signal }) => listZones(accountId, signal),
    ...optional,
  })

export const bucketsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['buckets', accountId],
    queryFn: ({ signal }) => listBuckets(accountId, signal),
    ...optional,
  })

/** Fetched only where a policy names single Workers: few do. */
export const workersQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['workers', accountId],
    queryFn: ({ signal }) => listWorkers(accountId, signal),
    ...optional,
  })

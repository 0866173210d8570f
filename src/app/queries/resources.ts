import { queryOptions } from '@tanstack/react-query'
import { listBuckets, listWorkers, listZones } from '#app/api/resources.ts'

/** Names beside ids are a help, never a condition: a credential that may not list them gets ids to read and type. */
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

/** Asked for only where a policy stands on single Workers: few do. */
export const workersQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['workers', accountId],
    queryFn: ({ signal }) => listWorkers(accountId, signal),
    ...optional,
  })

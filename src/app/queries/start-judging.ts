import type { DefaultError, FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query'
import { loadRules } from './findings.ts'
import { permissionGroupsQuery } from './permission-groups.ts'
import { bucketListingQuery, zoneListingQuery } from './resources.ts'
import { sessionQuery } from './session.ts'
import { ownTokenQuery } from './tokens.ts'

/** Begins what findings are judged by before the page that shows them is drawn: each is a wait of its own. */
export async function startJudging(queryClient: QueryClient, accountId: string): Promise<void> {
  // What failed before, or fails here, is asked for again by the page, which tells of it.
  const start = <Data, Key extends QueryKey>(
    query: FetchQueryOptions<Data, DefaultError, Data, Key> & { queryKey: Key },
  ) => {
    if (queryClient.getQueryState(query.queryKey)?.status !== 'error') void queryClient.prefetchQuery(query)
  }
  loadRules().catch(() => {})
  start(permissionGroupsQuery(accountId))
  start(zoneListingQuery(accountId))
  start(bucketListingQuery(accountId))
  const session = await queryClient.ensureQueryData(sessionQuery(accountId)).catch(() => null)
  if (session?.credential?.accountId === accountId) start(ownTokenQuery(accountId, session.credential.id))
}

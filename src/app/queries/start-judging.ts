import type { QueryClient } from '@tanstack/react-query'
import { loadRules } from './findings.ts'
import { permissionGroupsQuery } from './permission-groups.ts'
import { bucketListingQuery, zoneListingQuery } from './resources.ts'
import { sessionQuery } from './session.ts'
import { ownTokenQuery } from './tokens.ts'

/** Begins what findings are judged by before the page that shows them is drawn: each is a wait of its own. */
export async function startJudging(queryClient: QueryClient, accountId: string): Promise<void> {
  // What fails here is asked for again by the page, which tells of it.
  loadRules().catch(() => {})
  void queryClient.prefetchQuery(permissionGroupsQuery(accountId))
  void queryClient.prefetchQuery(zoneListingQuery(accountId))
  void queryClient.prefetchQuery(bucketListingQuery(accountId))
  const session = await queryClient.ensureQueryData(sessionQuery(accountId)).catch(() => null)
  if (session?.credential?.accountId === accountId)
    void queryClient.prefetchQuery(ownTokenQuery(accountId, session.credential.id))
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PermissionGroupFilter } from '#app/api/permission-groups.ts'

/** The catalogue changes with Cloudflare's releases, not while the user edits a token. */
const CATALOGUE_STALE_MS = 10 * 60_000

/** Optional: most pages show IDs and stored names without it, and no failure of it takes away what is on them. */
export const permissionGroupsQuery = (accountId: string, filter: PermissionGroupFilter = {}) =>
  queryOptions({
    queryKey: ['permission-groups', accountId, filter],
    // The list does without: what reads them loads with the first page that needs them.
    queryFn: async ({ signal }) => {
      const { listPermissionGroups } = await import('#app/api/permission-groups.ts')
      return listPermissionGroups(accountId, filter, signal)
    },
    staleTime: CATALOGUE_STALE_MS,
    placeholderData: keepPreviousData,
    throwOnError: false,
  })

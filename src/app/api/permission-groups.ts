import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readPermissionGroups } from '#domain/permission-groups/read-groups.ts'
import { listOf, readApi } from './read.ts'

/** The filters of the catalogue, passed to the API as they are. */
export type PermissionGroupFilter = { name?: string | undefined; scope?: string | undefined }

/** The whole catalogue, or what a filter leaves of it: the API sends it in one answer. */
export async function listPermissionGroups(
  accountId: string,
  filter: PermissionGroupFilter,
  signal?: AbortSignal,
): Promise<PermissionGroup[]> {
  const query = {
    ...(filter.name ? { name: filter.name } : {}),
    ...(filter.scope ? { scope: filter.scope } : {}),
  }
  const path = `/v4/accounts/${accountId}/tokens/permission_groups`
  return readApi(path, {
    query,
    signal,
    parse: (answer) => readPermissionGroups(listOf(answer)),
  })
}

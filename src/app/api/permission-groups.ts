import type { PermissionGroupGetResponse } from 'cloudflare/resources/accounts/tokens/permission-groups'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readApi } from './read.ts'

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
  const { result: groups } = await readApi<PermissionGroupGetResponse | null>(path, query, { signal })
  return (groups ?? []).flatMap((group) => (group.id ? [toPermissionGroup(group.id, group)] : []))
}

/** The account endpoint sends a description that the SDK's type has not got. */
function toPermissionGroup(
  id: string,
  wire: PermissionGroupGetResponse[number] & { description?: string },
): PermissionGroup {
  return {
    id,
    name: wire.name ?? id,
    scopes: wire.scopes ?? [],
    category: wire.category ?? null,
    description: wire.description ?? null,
    isSelectable: wire.is_selectable ?? true,
  }
}

import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { isObject } from '#domain/token-json/is-object.ts'
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
    parse: (answer) => listOf(answer).flatMap(toPermissionGroup),
  })
}

/** The account endpoint sends a description that the SDK's type has not got. An item without an id is none. */
function toPermissionGroup(wire: unknown): PermissionGroup[] {
  if (!isObject(wire) || typeof wire['id'] !== 'string' || wire['id'] === '') return []
  const text = (field: string) => (typeof wire[field] === 'string' ? wire[field] : null)
  const { scopes, is_selectable } = wire
  return [
    {
      id: wire['id'],
      name: text('name') ?? wire['id'],
      scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [],
      category: text('category'),
      description: text('description'),
      isSelectable: is_selectable !== false,
    },
  ]
}

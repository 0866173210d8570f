import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readPermissionGroups } from '#domain/permission-groups/read-groups.ts'
import { cloudflare, listOf, readAnswer } from './client.ts'

/** The filters of the catalogue, passed to the API as they are. */
export type PermissionGroupFilter = { name?: string | undefined; scope?: string | undefined }

/** The whole catalogue, or what a filter leaves of it: the API sends it in one answer. */
export async function listPermissionGroups(
  accountId: string,
  { name, scope }: PermissionGroupFilter,
  signal?: AbortSignal,
): Promise<PermissionGroup[]> {
  const params = { account_id: accountId, ...(name && { name }), ...(scope && { scope }) }
  const request = cloudflare.accounts.tokens.permissionGroups.list(params, { signal })
  return readAnswer(request, (answer) => readPermissionGroups(listOf(answer)))
}

import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readPermissionGroups, readWholeCatalogue } from '#domain/permission-groups/read-groups.ts'
import { listOf, readAnswer, type Answer } from './answer.ts'
import type { Sdk } from './client.ts'
import { oddAnswer } from './errors.ts'

/** The filters of the catalogue, passed to the API as they are. */
export type PermissionGroupFilter = { name?: string | undefined; scope?: string | undefined }

/** The whole catalogue, or what a filter leaves of it: the API sends it in one answer. */
export async function listPermissionGroups(
  accountId: string,
  { name, scope }: PermissionGroupFilter,
  signal?: AbortSignal,
): Promise<PermissionGroup[]> {
  const query = { ...(name && { name }), ...(scope && { scope }) }
  const params = { account_id: accountId, ...query }
  const send = (sdk: Sdk) => sdk.accounts.tokens.permissionGroups.list(params, { signal })
  const early = { path: `/v4/accounts/${accountId}/tokens/permission_groups`, query, signal }
  const read = (answer: Answer) => {
    const groups = (name || scope ? readPermissionGroups : readWholeCatalogue)(listOf(answer))
    if (!groups) throw oddAnswer('The API response has no permission groups.')
    return groups
  }
  return readAnswer(send, read, early)
}

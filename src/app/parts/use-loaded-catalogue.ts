import { useQuery } from '@tanstack/react-query'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { useAccountId } from './use-account-id.ts'

/** The permission groups that another page has loaded, if any: a token has the names of its own. */
export function useLoadedCatalogue(): PermissionGroup[] | undefined {
  const { data } = useQuery({ ...permissionGroupsQuery(useAccountId()), enabled: false })
  return data
}

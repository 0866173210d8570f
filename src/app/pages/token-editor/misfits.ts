import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupFits } from '#domain/permission-groups/scope-fit.ts'
import type { VisualPolicy } from '#domain/policy/editor-policy.ts'

/** Chosen groups whose scope does not fit the policy's resources; ids missing from the catalogue are not judged. */
export function misfits(
  policy: Pick<VisualPolicy, 'permissionGroups' | 'resources'>,
  catalogue: PermissionGroup[],
): PermissionGroup[] {
  const byId = new Map(catalogue.map((group) => [group.id, group]))
  return policy.permissionGroups.flatMap(({ id }) => {
    const group = byId.get(id)
    return group && !groupFits(group, policy.resources.family) ? [group] : []
  })
}

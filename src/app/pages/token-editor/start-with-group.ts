import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { familyForScope } from '#domain/permission-groups/scope-fit.ts'
import type { VisualPolicy } from '#domain/policy/editor-policy.ts'
import { blankResources } from '#domain/policy/editor-resources.ts'

/** A policy that allows one group, on the kind of resources it is for. Which ones is left for the user to choose. */
export function policyWith(groupId: string, catalogue: PermissionGroup[]): VisualPolicy {
  const group = groupsById(catalogue).get(groupId)
  const family = familyForScope(group?.scopes[0] ?? '') ?? 'account'
  return {
    kind: 'visual',
    effect: 'allow',
    resources: blankResources(family),
    permissionGroups: [{ id: groupId, name: group?.name ?? null }],
    source: null,
  }
}

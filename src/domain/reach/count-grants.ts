import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { LevelKind } from '#domain/permission-groups/group-name.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readPolicy } from '#domain/policy/read-policy.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import { heldPolicies } from './held-policies.ts'

/** The kind of a group. One missing from the catalogue is as unknown as an unknown level. */
function kindOf(id: string, groups: ReadonlyMap<string, PermissionGroup>): LevelKind {
  const group = groups.get(id)
  return group ? groupKind(group) : 'unknown'
}

/** How much a token may do: the number of groups it allows somewhere after its denies, each counted once. */
export function countGrants(draft: Pick<TokenDraft, 'policies'>, catalogue: PermissionGroup[], accountId: string) {
  const groups = groupsById(catalogue)
  const policies = heldPolicies(draft.policies.map(readPolicy), accountId)
  const ids = (effect: (text: string) => boolean) => [
    ...new Set(
      policies
        .filter((policy) => effect(policy.effect))
        .flatMap((policy) => policy.permission_groups.map(({ id }) => id)),
    ),
  ]
  const allowed = ids((effect) => effect === 'allow')
  const kinds = allowed.map((id) => kindOf(id, groups))
  const reading = kinds.filter((kind) => kind === 'read').length
  // The meaning of another effect is unknown, so its groups count as neither allowed nor denied.
  const others = ids((effect) => effect !== 'allow' && effect !== 'deny').filter((id) => !allowed.includes(id))
  const unknown = kinds.filter((kind) => kind === 'unknown').length + others.length
  return {
    reading,
    changing: kinds.length - reading - unknown + others.length,
    unknown,
    denied: ids((effect) => effect === 'deny').length,
  }
}

import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { placeOf, type Place } from '#domain/policy/place.ts'
import { isPolicy } from '#domain/policy/read-policy.ts'
import { parseResources, resourcesOf, type ResourceTarget } from '#domain/policy/resource-keys.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Reach } from '#domain/reach/reach.ts'
import type { Statement } from '#domain/reach/resolve.ts'
import { draftOf, type TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import type { Fix } from './finding.ts'

/** A permission group in a policy, and one of the places of that policy. */
type GrantAt = { policy: WirePolicy; policyIndex: number; groupId: string; place: Place }

/**
 * A draft with the grants that are wanted. A policy that keeps all of them stays as it is, and one that cannot be read
 * as well. `null` when no policy remains: the API takes none without.
 */
export function draftKeeping(token: Token, accountId: string, keeps: (grant: GrantAt) => boolean): TokenDraft | null {
  const draft = draftOf(token)
  const policies = draft.policies.flatMap((policy, policyIndex) =>
    isPolicy(policy) ? policyKeeping(policy, accountId, (grant) => keeps({ ...grant, policy, policyIndex })) : [policy],
  )
  return policies.length > 0 ? { ...draft, policies } : null
}

/** Groups that keep the same places stay in one policy. */
function policyKeeping(
  policy: WirePolicy,
  accountId: string,
  keeps: (grant: Pick<GrantAt, 'groupId' | 'place'>) => boolean,
): WirePolicy[] {
  const targets = parseResources(policy.resources)
  const places = targets.map((target) => placeOf(target, accountId))
  const kept = new Map<string, { groups: WirePolicy['permission_groups']; targets: ResourceTarget[] }>()
  for (const group of policy.permission_groups) {
    const isKept = places.map((place) => keeps({ groupId: group.id, place }))
    const key = isKept.join(' ')
    const part = kept.get(key) ?? { groups: [], targets: targets.filter((_, index) => isKept[index]) }
    kept.set(key, part)
    part.groups.push(group)
  }
  const parts = [...kept.values()]
  if (parts.every((part) => part.targets.length === targets.length)) return [policy]
  return parts.flatMap(({ groups, targets }) =>
    resourcesOf(targets).map((resources) => ({ ...policy, permission_groups: groups, resources })),
  )
}

/** A fix by a draft that is made when it is asked for: most are never opened. */
export function draftFix(label: string, make: () => TokenDraft): Fix {
  let made: TokenDraft | undefined
  return {
    kind: 'draft',
    label,
    get draft() {
      made ??= make()
      return made
    },
  }
}

/** A fix by a draft, or by deleting a token that would have no policy left. */
export const draftOrDelete = (label: string, draft: TokenDraft | null): Fix =>
  draft ? { kind: 'draft', label, draft } : { kind: 'action', label: 'Delete', action: { kind: 'delete' } }

/** A draft with other permission groups instead of some, by ID. */
export function draftSwapping(token: Token, swaps: ReadonlyMap<string, string>): TokenDraft {
  const draft = draftOf(token)
  const policies = draft.policies.map((policy) => {
    if (!isPolicy(policy)) return policy
    const ids = new Set(policy.permission_groups.map(({ id }) => swaps.get(id) ?? id))
    const groups = [...ids].map((id) => policy.permission_groups.find((group) => group.id === id) ?? { id })
    return { ...policy, permission_groups: groups }
  })
  return { ...draft, policies }
}

/** The policies that name a permission group. */
export const namingOf = ({ statements }: Pick<Reach, 'statements'>, groupId: string): Statement[] =>
  statements.filter(({ policy }) => policy.permission_groups.some(({ id }) => id === groupId))

/** Whether a permission group is for all that policies name. */
export const fitsAll = (naming: readonly Statement[], { scopes }: PermissionGroup): boolean =>
  naming.every(({ places }) => places.every(({ scope }) => scope !== null && scopes.includes(scope)))

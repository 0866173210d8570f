import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readPolicy } from '#domain/policy/read-policy.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import { groupReader } from './group-reader.ts'
import { heldPolicies } from './held-policies.ts'

/**
 * How much a token may do: the number of groups it allows somewhere after its denies, each counted once. One that
 * neither the catalogue nor its policies name is as unknown as an unknown level.
 */
export function countGrants(draft: Pick<TokenDraft, 'policies'>, catalogue: PermissionGroup[], accountId: string) {
  const groupOf = groupReader(catalogue)
  const policies = heldPolicies(draft.policies.map(readPolicy), accountId)
  const groups = (effect: (text: string) => boolean) => [
    ...new Set(
      policies.filter((policy) => effect(policy.effect)).flatMap((policy) => policy.permission_groups.map(groupOf)),
    ),
  ]
  const allowed = groups((effect) => effect === 'allow')
  // The meaning of another effect is unknown, so its groups count as neither allowed nor denied.
  const others = groups((effect) => effect !== 'allow' && effect !== 'deny').filter((one) => !allowed.includes(one))
  const denied = groups((effect) => effect === 'deny')
  const reading = allowed.filter(({ kind }) => kind === 'read').length
  const unknown = allowed.filter(({ kind }) => kind === 'unknown').length
  return {
    reading,
    changing: allowed.length - reading - unknown,
    unknown: unknown + others.length,
    denied: denied.length,
  }
}

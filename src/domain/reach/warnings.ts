import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import { groupKind, type LevelKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { isAnywhere } from '#domain/condition/address-set.ts'
import type { Place } from '#domain/policy/place.ts'
import { readPolicy } from '#domain/policy/read-policy.ts'
import { ZONE_SCOPE } from '#domain/resources/scope.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import { heldPolicies } from './held-policies.ts'
import { groupsOf, reachReader } from './reach.ts'

/** A risk the user should know before saving. It never prevents saving. */
export type Warning = {
  kind: 'creates-tokens' | 'all-zones-write' | 'any-address' | 'no-expiry' | 'only-denies'
  text: string
}

/** Allows a token to create tokens (`docs/api-behaviour.md` §2). */
const TOKENS_WRITE = '5bc3f8b21c554832afc660159ab75fa4'

type Judged = Pick<TokenDraft, 'policies' | 'condition' | 'expiresOn'> & Partial<TokenDraft>

export function warningsFor(draft: Judged, catalogue: PermissionGroup[], accountId: string): Warning[] {
  const policies = draft.policies.map(readPolicy)
  const held = groupsOf(reachReader({ accountId, catalogue })(policies)).flatMap(({ group, places }) =>
    places.filter(({ state }) => state !== 'dead' && state !== 'denied').map(({ place }) => ({ group, place })),
  )
  // Every kind except reading can change something; unknown kinds are assumed to.
  const writes = held.filter(({ group }) => group.kind !== 'read')
  const warnings: (Warning | false)[] = [
    held.some(({ group }) => group.id === TOKENS_WRITE) && {
      kind: 'creates-tokens',
      text: 'Can create tokens with more access than its own.',
    },
    ...allZones(writes.map(({ place }) => place)).map((account) => ({
      kind: 'all-zones-write' as const,
      text: `Write access to all zones${account === accountId ? '' : ` of another account, ${account}`}, including future ones.`,
    })),
    writes.length > 0 &&
      isAnywhere(draft.condition) && {
        kind: 'any-address',
        text: 'Write access from any IP address.',
      },
    draft.expiresOn === null && { kind: 'no-expiry', text: 'Never expires.' },
    policies.length > 0 &&
      policies.every(({ effect }) => effect === 'deny') && {
        kind: 'only-denies',
        text: 'Has no allow policies, so it can’t do anything.',
      },
  ]
  return warnings.filter((warning) => warning !== false)
}

/** The accounts with access to all zones. */
const allZones = (places: Place[]): string[] => [
  ...new Set(
    places.flatMap(({ kind, scope, accountId }) =>
      kind === 'all' && scope === ZONE_SCOPE && accountId ? [accountId] : [],
    ),
  ),
]

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

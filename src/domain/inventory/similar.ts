import { parseResources, type ResourceTarget } from '#domain/policy/resource-keys.ts'
import { compareReach } from '#domain/reach/compare.ts'
import { groupsOf, reachReader, type Reach } from '#domain/reach/reach.ts'
import { familyOf } from '#domain/resources/families.ts'
import type { Token } from '#domain/token/token.ts'
import { resourceValue } from './resource-terms.ts'

/** How the access of another token compares with that of the token asked about. */
export type SimilarToken = { token: Token; access: 'same' | 'more' | 'less' | 'other'; shared: number; total: number }

type Powers = { groups: Set<string>; resources: Set<string>; scopes: Set<string>; wholes: Set<string> }

/** At least this share of all permission groups of two similar tokens is in both. */
const LEAST_SHARED = 0.5

/**
 * Tokens that allow mostly the same permission groups on resources that overlap, the most similar first. `total` counts
 * the groups of both tokens, `shared` those in both.
 */
export function similarTokens(token: Token, tokens: Token[], accountId: string, most: number): SimilarToken[] {
  const own = powersOf(token, accountId)
  if (own.groups.size === 0) return []
  const read = reachReader({ accountId })
  return (
    tokens
      .filter(({ id }) => id !== token.id)
      .flatMap((other) => {
        const powers = powersOf(other, accountId)
        const shared = [...own.groups].filter((id) => powers.groups.has(id)).length
        const total = own.groups.size + powers.groups.size - shared
        if (shared / total < LEAST_SHARED || !overlap(own, powers)) return []
        return [{ token: other, shared, total, likeness: shared / total + likenessOf(own.resources, powers.resources) }]
      })
      .toSorted((a, b) => b.likeness - a.likeness || (a.token.name < b.token.name ? -1 : 1))
      .slice(0, most)
      // Comparing what they reach costs more, so it is done for the few that are shown.
      .map(({ token: other, shared, total }) => ({
        token: other,
        shared,
        total,
        access: compare(read(token.policies), read(other.policies)),
      }))
  )
}

function powersOf(token: Token, accountId: string): Powers {
  const allowed = token.policies.filter(({ effect }) => effect === 'allow')
  const targets = allowed.flatMap(({ resources }) => parseResources(resources))
  return {
    groups: new Set(allowed.flatMap((policy) => policy.permission_groups.map(({ id }) => id))),
    resources: new Set(targets.map((target) => resourceValue(target, accountId))),
    scopes: new Set(targets.flatMap((target) => (target.kind === 'one' ? [kindOf(target, accountId)] : []))),
    wholes: new Set(targets.flatMap((target) => (target.kind === 'whole' ? [kindOf(target, accountId)] : []))),
  }
}

/** All of a kind in an account includes each one of it. */
const kindOf = (target: Exclude<ResourceTarget, { kind: 'other' }>, accountId: string) =>
  `${target.accountId ?? accountId} ${(target.kind === 'whole' ? familyOf(target.family) : familyOf(target.family)).scope}`

const overlap = (a: Powers, b: Powers): boolean =>
  meets(a.resources, b.resources) || meets(a.wholes, b.scopes) || meets(b.wholes, a.scopes)

/** The share of all resources of two tokens that is in both. */
function likenessOf(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((value) => b.has(value)).length
  return shared / (a.size + b.size - shared)
}

const meets = (a: Set<string>, b: Set<string>) => [...a].some((value) => b.has(value))

function compare(ours: Reach, theirs: Reach): SimilarToken['access'] {
  const { onlyA, onlyB } = compareReach(groupsOf(ours), groupsOf(theirs))
  if (onlyA.length === 0) return onlyB.length === 0 ? 'same' : 'more'
  return onlyB.length === 0 ? 'less' : 'other'
}

import { resourcesOf } from '#domain/policy/resource-keys.ts'
import type { WirePolicyInput, WireResources } from '#domain/policy/wire.ts'
import type { Place } from '#domain/policy/place.ts'
import { compareLevels, unitedReach, type Share } from './compare.ts'
import type { GroupReach } from './reach.ts'

/**
 * Policies that reach what either of two tokens reaches, and no more. What an unknown effect names is left out, as are
 * grants and denies that change nothing.
 */
export const unionPolicies = (a: readonly GroupReach[], b: readonly GroupReach[]): WirePolicyInput[] =>
  policiesOf(unitedReach(allowedIn(a), allowedIn(b)))

/** Policies that reach what `b` reaches and `a` does not. */
export const differencePolicies = (a: readonly GroupReach[], b: readonly GroupReach[]): WirePolicyInput[] =>
  policiesOf(compareLevels(allowedIn(a), allowedIn(b)).onlyB)

/** An effect that the API may refuse is not written. */
const allowedIn = (reach: readonly GroupReach[]): GroupReach[] =>
  reach.map((one) => ({ ...one, places: one.places.filter(({ effect }) => effect === 'allow') }))

/** What one permission group has of one kind of place. */
type Block = { id: string; allow: Place[]; deny: readonly Place[] }

/**
 * A policy for each list of places, with all groups that have it. A deny is of the same groups as the allow, and a group
 * has a kind of place once, so that it takes nothing else away.
 */
function policiesOf(shares: readonly Share[]): WirePolicyInput[] {
  const blocks = new Map<string, Block>()
  for (const { group, place, except } of shares) {
    // Shares of all of a kind are the only ones of it.
    const key = `${group.id} ${place.kind === 'one' ? `${place.scope} ${place.accountId}` : place.key}`
    const known = blocks.get(key) ?? { id: group.id, allow: [], deny: except }
    blocks.set(key, known)
    known.allow.push(place)
  }
  const alike = new Map<string, Block[]>()
  for (const block of blocks.values()) {
    const key = [block.allow, block.deny]
      .map((places) =>
        places
          .map((place) => place.key)
          .toSorted()
          .join(' '),
      )
      .join('|')
    alike.set(key, [...(alike.get(key) ?? []), block])
  }
  return [...alike.values()].flatMap((same) => {
    const ids = [...new Set(same.map(({ id }) => id))]
    const [{ allow, deny } = { allow: [], deny: [] }] = same
    return [...policiesWith('allow', ids, allow), ...policiesWith('deny', ids, deny)]
  })
}

const policiesWith = (effect: string, ids: string[], places: readonly Place[]): WirePolicyInput[] =>
  resourcesOf(places.map(({ target }) => target)).map((resources: WireResources) => ({
    effect,
    permission_groups: ids.map((id) => ({ id })),
    resources,
  }))

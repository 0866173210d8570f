import type { Place } from '#domain/policy/place.ts'
import type { PlaceReach } from '#domain/reach/resolve.ts'
import { groupsOf } from '#domain/reach/reach.ts'
import { readReach } from '#domain/reach/token-reach.ts'
import type { Listing } from '#domain/resources/listing.ts'
import type { Token } from '#domain/token/token.ts'
import type { Judging, Listings } from './context.ts'
import { isAccount, isAllZones, isPlain } from './facts.ts'
import { R2_READ, R2_WRITE, SCRIPTS_READ, SCRIPTS_WRITE, ZONE_READ } from './group-ids.ts'

/** What an account has of a kind, all of it. */
type Known = {
  ids: ReadonlySet<string>
  /** The jurisdictions of R2 that have a bucket in the list; `''` for other kinds. */
  parts: ReadonlySet<string>
  since: number
}

/** The permission groups that list a kind (`docs/api-behaviour.md` §6), and where a token has to hold one to see all. */
const SEEING: Record<keyof Listings, { groups: readonly string[]; isEverywhere: (at: PlaceReach) => boolean }> = {
  zones: { groups: [ZONE_READ], isEverywhere: isAllZones },
  buckets: { groups: [R2_READ, R2_WRITE], isEverywhere: isAccount },
  workers: { groups: [SCRIPTS_READ, SCRIPTS_WRITE], isEverywhere: isAccount },
}

/**
 * The lists that are known to be complete, by family. The API lists what the credential may see and does not say what
 * it leaves out, so only the credential's own policies tell that nothing is.
 */
export function knownLists({
  listings = {},
  ownToken,
  accountId,
}: Pick<Judging, 'listings' | 'ownToken' | 'accountId'>): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>()
  if (!ownToken) return known
  for (const kind of ['zones', 'buckets', 'workers'] as const) {
    const listing = listings[kind]
    if (listing?.isWhole && seesAll(ownToken, kind, accountId)) known.set(kind, toKnown(listing))
  }
  return known
}

const toKnown = ({ items, since }: Listing<string>): Known => ({
  ids: new Set(items),
  parts: new Set(items.map(partOf)),
  since,
})

/** What a place names, if it is a single resource of the account. */
export const ownTarget = ({ kind, accountId: owner, target }: Place, accountId: string) =>
  kind === 'one' && target.kind === 'one' && owner === accountId ? target : null

export const partOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('/')))

function seesAll(ownToken: Token, kind: keyof Listings, accountId: string): boolean {
  const { groups, isEverywhere } = SEEING[kind]
  const [reach] = readReach([ownToken], { accountId })
  if (!reach || !isPlain(reach)) return false
  return groupsOf(reach).some(
    ({ group, places, denies }) =>
      groups.includes(group.id) &&
      denies.length === 0 &&
      places.some((at) => at.state === 'reached' && at.place.accountId === accountId && isEverywhere(at)),
  )
}

import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { PlaceReach } from '#domain/reach/resolve.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { relationToAsked } from './asked-place.ts'
import type { AskedOption, Call, Concerned } from './call.ts'

/** From what decides to what only explains. */
const KINDS = ['allowed', 'other-phase', 'unsure', 'denied', 'elsewhere', 'misfit'] as const
type HitKind = (typeof KINDS)[number]

/** Something that a token holds of a group that a request can do with. */
export type Hit = { kind: HitKind; asked: AskedOption; held: PlaceReach }

type Hits = {
  best: Hit | null
  /** Whether the token has a group with a name that the catalogue does not have. */
  holdsMissing: boolean
}

/** The groups of a token that some requests are about, by ID; and the names of those that no catalogue has. */
export type HeldGroups = {
  byId: ReadonlyMap<string, { group: ReachGroup; places: readonly PlaceReach[] }>
  missing: ReadonlySet<string>
  /** Whether it has a group of which nothing but an ID is known, so that it may be any of those. */
  hasUnnamed: boolean
}

/** Several requests are asked about one token, so what it holds is looked up once. */
export function heldGroups({ parts }: TokenReach, { ids, names }: Concerned): HeldGroups {
  const byId = new Map<string, { group: ReachGroup; places: readonly PlaceReach[] }>()
  const missing = new Set<string>()
  let hasUnnamed = false
  for (const { groups, places } of parts) {
    for (const group of groups) {
      if (ids.has(group.id)) byId.set(group.id, { group, places })
      hasUnnamed ||= group.name === null && group.scopes.length === 0 && places.some(mayCount)
      if (group.name !== null && names.has(group.name) && places.some(mayCount)) missing.add(group.name)
    }
  }
  return { byId, missing, hasUnnamed }
}

/** The strongest of what a token holds; among equals by the option that gives away least. */
export function findHits(held: HeldGroups, { need, options }: Call): Hits {
  let best: Hit | null = null
  for (const asked of options) {
    const found = held.byId.get(asked.option.group.id)
    if (!found) continue
    for (const one of found.places) {
      const kind = kindOf(one, found.group, asked)
      if (kind && (!best || KINDS.indexOf(kind) < KINDS.indexOf(best.kind))) best = { kind, asked, held: one }
      if (kind === 'allowed') return { best, holdsMissing: false }
    }
  }
  return { best, holdsMissing: need.missing.some((name) => held.hasUnnamed || held.missing.has(name)) }
}

export const mayCount = ({ state }: PlaceReach) => state !== 'dead' && state !== 'denied'

function kindOf(held: PlaceReach, group: ReachGroup, { place, isOfOtherPhase }: AskedOption): HitKind | null {
  const relation = relationToAsked(held, group, place)
  if (relation === 'named' || relation === 'wildcard') return isOfOtherPhase ? 'other-phase' : 'allowed'
  if (relation !== null) return relation
  if (held.state === 'dead') return 'misfit'
  return held.state === 'reached' ? 'elsewhere' : null
}

import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { PlaceReach } from '#domain/reach/resolve.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { relationToAsked } from './asked-place.ts'
import type { AskedOption, Call } from './call.ts'

/** From what decides to what only explains. */
const KINDS = ['allowed', 'unsure', 'denied', 'elsewhere', 'misfit'] as const
type HitKind = (typeof KINDS)[number]

/** Something that a token holds of a group that a request can do with. */
export type Hit = { kind: HitKind; asked: AskedOption; held: PlaceReach }

type Hits = {
  best: Hit | null
  /** Whether the token has a group with a name that the catalogue does not have. */
  holdsMissing: boolean
}

/** The strongest of what a token holds; among equals by the option that gives away least. */
export function findHits({ parts }: TokenReach, { byGroup, missing }: Call): Hits {
  let best: Hit | null = null
  let holdsMissing = false
  for (const { groups, places } of parts) {
    for (const group of groups) {
      if (group.name !== null && missing.has(group.name) && places.some(mayCount)) holdsMissing = true
      for (const asked of byGroup.get(group.id) ?? []) {
        for (const held of places) {
          const kind = kindOf(held, group, asked)
          const hit = kind && { kind, asked, held }
          if (hit && (!best || isStronger(hit, best))) best = hit
        }
      }
    }
  }
  return { best, holdsMissing }
}

const mayCount = ({ state }: PlaceReach) => state !== 'dead' && state !== 'denied'

function kindOf(held: PlaceReach, group: ReachGroup, { place }: AskedOption): HitKind | null {
  const relation = relationToAsked(held, group, place)
  if (relation === 'named' || relation === 'wildcard') return 'allowed'
  if (relation !== null) return relation
  if (held.state === 'dead') return 'misfit'
  return held.state === 'reached' ? 'elsewhere' : null
}

const isStronger = (a: Hit, b: Hit): boolean => {
  const [ours, theirs] = [KINDS.indexOf(a.kind), KINDS.indexOf(b.kind)]
  return ours === theirs ? a.asked.rank < b.asked.rank : ours < theirs
}

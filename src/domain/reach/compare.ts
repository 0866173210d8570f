import type { Place } from '#domain/policy/place.ts'
import type { ReachGroup } from './group-reader.ts'
import type { GroupReach } from './reach.ts'
import type { PlaceReach } from './resolve.ts'

/** One permission group on a place. `except` lists what is left out of all of a kind. */
export type Share = { group: ReachGroup; place: Place; except: readonly Place[]; isSure: boolean }

export type Comparison = { onlyA: Share[]; both: Share[]; onlyB: Share[] }

/**
 * What two tokens can do, by permission group and place. Where it is not sure that one can do something, that counts as
 * something that it can and as nothing that it shares, unless the other is written just like it.
 */
export function compareReach(a: readonly GroupReach[], b: readonly GroupReach[]): Comparison {
  const [ours, theirs] = [regionsOf(a), regionsOf(b)]
  return {
    onlyA: sharesOf(ours, (region) => beyond(region, theirs)),
    both: sharesOf(ours, (region) => shared(region, theirs.get(region.key))),
    onlyB: sharesOf(theirs, (region) => beyond(region, ours)),
  }
}

/** All that two tokens can do, each permission group once for a kind of place. */
export const unitedReach = (a: readonly GroupReach[], b: readonly GroupReach[]): Share[] =>
  sharesOf(regionsOf([...a, ...b]), (region) => region)

/** A set of places of one kind: some of them, or all except some. */
type Region = {
  key: string
  /** The key of the region with the same places that is sure. */
  sureKey: string
  group: ReachGroup
  /** The place of all of a kind, if the region has all but `places`. */
  all: Place | null
  places: ReadonlyMap<string, Place>
}

type Regions = ReadonlyMap<string, Region>

/** The regions of a token, each with its unsure parts apart. */
function regionsOf(reach: readonly GroupReach[]): Regions {
  const found = new Map<string, { region: Region; excepts: Region['places'][]; ones: Map<string, Place> }>()
  for (const { group, places } of reach) {
    for (const held of places) {
      if (held.state === 'dead' || held.state === 'denied') continue
      const region = toRegion(group, held)
      const known = found.get(region.key) ?? { region, excepts: [], ones: new Map<string, Place>() }
      found.set(region.key, known)
      if (!region.all) known.ones.set(held.place.key, held.place)
      else {
        known.excepts.push(region.places)
        known.region = region
      }
    }
  }
  return new Map(
    Array.from(found, ([key, { region, excepts, ones }]) => {
      const [first] = excepts
      // Left out of all of a kind is what each leaves out that names it, and none names by itself.
      const left = first && pick(first, (one) => !ones.has(one) && excepts.every((except) => except.has(one)))
      return [key, { ...region, places: left ?? ones }]
    }),
  )
}

function toRegion(group: ReachGroup, { place, effect, state, except }: PlaceReach): Region {
  const kind = place.kind === 'one' || place.kind === 'all' ? `${place.scope} ${place.accountId}` : place.key
  const doubt = state === 'reached' ? '' : `${state} ${effect}`
  return {
    key: `${group.id} ${kind} ${doubt}`,
    sureKey: `${group.id} ${kind} `,
    group,
    all: place.kind === 'all' ? place : null,
    places: new Map((place.kind === 'all' ? except : [place]).map((one) => [one.key, one])),
  }
}

type Span = Pick<Region, 'all' | 'places'>

const pick = (places: Region['places'], isWanted: (key: string) => boolean) =>
  new Map([...places].filter(([key]) => isWanted(key)))

function without(a: Span, b: Span | undefined): Span {
  if (!b) return a
  if (a.all && b.all) return { all: null, places: pick(b.places, (key) => !a.places.has(key)) }
  if (a.all) return { all: a.all, places: new Map([...a.places, ...b.places]) }
  return { all: null, places: pick(a.places, (key) => (b.all ? b.places.has(key) : !b.places.has(key))) }
}

function shared(a: Span, b: Span | undefined): Span {
  if (!b) return { all: null, places: new Map() }
  if (a.all && b.all) return { all: a.all, places: new Map([...a.places, ...b.places]) }
  if (a.all) return shared(b, a)
  return { all: null, places: pick(a.places, (key) => (b.all ? !b.places.has(key) : b.places.has(key))) }
}

/** What another token surely has as well is no more than that, whether it is sure here or not. */
function beyond(region: Region, others: Regions): Span {
  const rest = without(region, others.get(region.key))
  return region.key === region.sureKey ? rest : without(rest, others.get(region.sureKey))
}

const sharesOf = (regions: Regions, spanOf: (region: Region) => Span): Share[] =>
  [...regions.values()].flatMap((region) => {
    const { all, places } = spanOf(region)
    const shared = { group: region.group, isSure: region.key === region.sureKey }
    if (all) return [{ ...shared, place: all, except: [...places.values()] }]
    return [...places.values()].map((place) => ({ ...shared, place, except: [] }))
  })

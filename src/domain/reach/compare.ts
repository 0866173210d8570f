import type { Place } from '#domain/policy/place.ts'
import type { ReachGroup } from './group-reader.ts'
import type { GroupReach } from './reach.ts'
import { pairOfRead, pairOfWrite } from './read-in-write.ts'
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

/**
 * The same where the Write of a product includes its Read: both can read what one may write and the other may read. A
 * deny of the Read leaves that open, so it counts as something that a token cannot.
 */
export function compareLevels(a: readonly GroupReach[], b: readonly GroupReach[]): Comparison {
  const [ours, theirs] = [regionsOf(a), regionsOf(b)]
  const [weRead, theyRead] = [readsOf(a), readsOf(b)]
  return {
    onlyA: sharesOf(ours, (region) => without(beyond(region, theirs), includedIn(theyRead, region))),
    both: [
      ...sharesOf(ours, (region) => {
        const same = shared(region, theirs.get(region.key))
        return isSure(region) ? united(same, shared(region, includedIn(theyRead, region))) : same
      }),
      ...sharesOf(theirs, (region) =>
        isSure(region) ? without(shared(region, includedIn(weRead, region)), ours.get(region.key)) : NOWHERE,
      ),
    ],
    onlyB: sharesOf(theirs, (region) => without(beyond(region, ours), includedIn(weRead, region))),
  }
}

/** Where a token surely may write, by what it may read with that. */
type Reads = ReadonlyMap<string, Span>

const includedIn = (reads: Reads, { readKey }: Region): Span =>
  (readKey === null ? undefined : reads.get(readKey)) ?? NOWHERE

function readsOf(reach: readonly GroupReach[]): Reads {
  const denied = new Set(reach.flatMap(({ group, denies }) => (denies.length > 0 ? (pairOfRead(group) ?? []) : [])))
  const reads = new Map<string, Span>()
  for (const { group, places } of reach) {
    const pair = pairOfWrite(group)
    if (pair === null || denied.has(pair)) continue
    for (const [kind, { sureKind, all, places: held }] of spansOf(places)) {
      if (kind !== sureKind) continue
      const key = `${pair} ${kind}`
      const known = reads.get(key)
      reads.set(key, known ? united(known, { all, places: held }) : { all, places: held })
    }
  }
  return reads
}

/** All that two tokens can do, each permission group once for a kind of place. */
export const unitedReach = (a: readonly GroupReach[], b: readonly GroupReach[]): Share[] =>
  sharesOf(regionsOf([...a, ...b]), (region) => region)

/** A set of places of one kind: some of them, or all except some. */
type Region = {
  key: string
  /** The key of the region with the same places that is sure. */
  sureKey: string
  /** What names the same places of a Write that includes this Read; `null` for other groups. */
  readKey: string | null
  group: ReachGroup
  /** The place of all of a kind, if the region has all but `places`. */
  all: Place | null
  places: ReadonlyMap<string, Place>
}

const isSure = ({ key, sureKey }: Region) => key === sureKey

type Regions = ReadonlyMap<string, Region>

/** The regions of a token, each with its unsure parts apart. */
function regionsOf(reach: readonly GroupReach[]): Regions {
  const regions = new Map<string, Region>()
  for (const { group, places } of reach) {
    for (const [kind, { sureKind, ...span }] of spansOf(places)) {
      const key = `${group.id} ${kind}`
      const known = regions.get(key)
      const sureKey = `${group.id} ${sureKind}`
      const pair = pairOfRead(group)
      const readKey = pair === null ? null : `${pair} ${sureKind}`
      regions.set(key, { key, sureKey, readKey, group, ...(known ? united(known, span) : span) })
    }
  }
  return regions
}

type KindSpan = Span & { sureKind: string }

/** Hundreds of groups are on the same places. */
const known = new WeakMap<readonly PlaceReach[], ReadonlyMap<string, KindSpan>>()

/** What is held of each kind of place, the unsure apart. */
function spansOf(places: readonly PlaceReach[]): ReadonlyMap<string, KindSpan> {
  const spans = known.get(places) ?? readSpans(places)
  known.set(places, spans)
  return spans
}

function readSpans(places: readonly PlaceReach[]): ReadonlyMap<string, KindSpan> {
  const found = new Map<string, { sureKind: string; wide: Span | null; ones: Map<string, Place> }>()
  for (const { place, state, effect, except } of places) {
    if (state === 'dead' || state === 'denied') continue
    const sureKind =
      place.kind === 'one' || place.kind === 'all' ? `${place.scope} ${place.accountId} ` : `${place.key} `
    const kind = state === 'reached' ? sureKind : `${sureKind}${state} ${effect}`
    const held = found.get(kind) ?? { sureKind, wide: null, ones: new Map<string, Place>() }
    found.set(kind, held)
    if (place.kind !== 'all') held.ones.set(place.key, place)
    else {
      const span = { all: place, places: new Map(except.map((one) => [one.key, one])) }
      held.wide = held.wide ? united(held.wide, span) : span
    }
  }
  return new Map(
    Array.from(found, ([kind, { sureKind, wide, ones }]) => {
      const span = { all: null, places: ones }
      return [kind, { sureKind, ...(wide ? united(wide, span) : span) }]
    }),
  )
}

type Span = Pick<Region, 'all' | 'places'>

const NOWHERE: Span = { all: null, places: new Map() }

/** All of both: what is left out of all of a kind is what each leaves out that names it, and none names by itself. */
function united(a: Span, b: Span): Span {
  if (a.all && b.all) return { all: a.all, places: inBoth(a.places, b.places) }
  if (a.all) return { all: a.all, places: onlyFirst(a.places, b.places) }
  return b.all ? united(b, a) : { all: null, places: inEither(a.places, b.places) }
}

function without(a: Span, b: Span | undefined): Span {
  if (!b) return a
  if (a.all && b.all) return { all: null, places: onlyFirst(b.places, a.places) }
  if (a.all) return { all: a.all, places: inEither(a.places, b.places) }
  return { all: null, places: b.all ? inBoth(a.places, b.places) : onlyFirst(a.places, b.places) }
}

function shared(a: Span, b: Span | undefined): Span {
  if (!b) return NOWHERE
  if (a.all && b.all) return { all: a.all, places: inEither(a.places, b.places) }
  if (a.all) return shared(b, a)
  return { all: null, places: b.all ? onlyFirst(a.places, b.places) : inBoth(a.places, b.places) }
}

type Places = Region['places']

const inBoth = ofPair((a, b) => new Map([...a].filter(([key]) => b.has(key))))
const onlyFirst = ofPair((a, b) => new Map([...a].filter(([key]) => !b.has(key))))
const inEither = ofPair((a, b) => new Map([...a, ...b]))

/** Hundreds of groups of two tokens are on the same two lists of places, so of each the last other one is kept. */
function ofPair(make: (a: Places, b: Places) => Places): (a: Places, b: Places) => Places {
  const made = new WeakMap<Places, { b: Places; places: Places }>()
  return (a, b) => {
    const last = made.get(a)
    if (last?.b === b) return last.places
    const places = make(a, b)
    made.set(a, { b, places })
    return places
  }
}

/** What another token surely has as well is no more than that, whether it is sure here or not. */
function beyond(region: Region, others: Regions): Span {
  const rest = without(region, others.get(region.key))
  return isSure(region) ? rest : without(rest, others.get(region.sureKey))
}

function sharesOf(regions: Regions, spanOf: (region: Region) => Span): Share[] {
  const shares: Share[] = []
  for (const region of regions.values()) {
    const { all, places } = spanOf(region)
    const share = { group: region.group, isSure: isSure(region) }
    if (all) shares.push({ ...share, place: all, except: [...places.values()] })
    else for (const place of places.values()) shares.push({ ...share, place, except: NONE })
  }
  return shares
}

const NONE: readonly Place[] = []

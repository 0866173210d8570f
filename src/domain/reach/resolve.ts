import type { Place } from '#domain/policy/place.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Scope } from '#domain/resources/scope.ts'
import { fitOf } from './fit.ts'

/** A policy and the places it names. The same place is the same object in all statements. */
export type Statement = { policy: WirePolicy; places: readonly Place[] }

/**
 * - `reached`: allowed, and not denied; or denied for some resources of a kind, which `except` lists
 * - `denied`: allowed, and taken away by a deny of the same group on the same place or a wider one
 * - `dead`: the scope of the group does not fit the place, so it reaches nothing
 * - `not-established`: a group on the bare account whose resources lie in the account
 * - `unknown`: named by an effect other than allow and deny only
 */
type ReachState = 'reached' | 'denied' | 'dead' | 'not-established' | 'unknown'

/** One permission group on one place. `effect` is `allow`, or all others but `deny` that name it. */
export type PlaceReach = { place: Place; effect: string; state: ReachState; except: readonly Place[] }

/** Where a group is allowed, and all places that a deny names, whether it takes something away there or not. */
export type Outcome = { places: readonly PlaceReach[]; denies: readonly Place[] }

const NONE: readonly Place[] = []

/** The policy that names a group, or several of them. */
export type Naming = Statement | Statement[]

/** Decides what the policies that name a group make of it. What is allowed and not denied is the same object in all. */
export function resolver(): (by: Naming, scopes: readonly Scope[]) => Outcome {
  const byScopes = new Map<readonly Scope[], (place: Place) => PlaceReach>()
  return (by, scopes) => {
    const allow = byScopes.get(scopes) ?? allowedPlaces(scopes)
    byScopes.set(scopes, allow)
    if (Array.isArray(by)) return decide(by, scopes, allow)
    const { policy, places } = by
    if (policy.effect === 'allow') return { places: places.map(allow), denies: NONE }
    return policy.effect === 'deny' ? { places: [], denies: places } : decide([by], scopes, allow)
  }
}

function allowedPlaces(scopes: readonly Scope[]): (place: Place) => PlaceReach {
  const known = new Map<Place, PlaceReach>()
  return (place) => {
    const held = known.get(place)
    if (held) return held
    const made = toPlaceReach(place, 'allow', scopes)
    known.set(place, made)
    return made
  }
}

function decide(
  statements: readonly Statement[],
  scopes: readonly Scope[],
  allow: (place: Place) => PlaceReach,
): Outcome {
  const effects = new Map<Place, string>()
  const denied = new Set<Place>()
  for (const { policy, places } of statements) {
    if (policy.effect === 'deny') for (const place of places) denied.add(place)
    else for (const place of places) effects.set(place, bothOf(effects.get(place), policy.effect))
  }
  const places = Array.from(effects, ([place, effect]) =>
    effect === 'allow' ? allow(place) : toPlaceReach(place, effect, scopes),
  )
  return { places: denied.size > 0 ? withDenies(places, denied) : places, denies: denied.size > 0 ? [...denied] : NONE }
}

function toPlaceReach(place: Place, effect: string, scopes: readonly Scope[]): PlaceReach {
  const fit = fitOf(scopes, place.scope)
  const state = fit === 'dead' ? fit : effect !== 'allow' ? 'unknown' : fit === 'fits' ? 'reached' : fit
  return { place, effect, state, except: NONE }
}

function withDenies(places: PlaceReach[], denied: ReadonlySet<Place>): PlaceReach[] {
  const wide = new Set([...denied].flatMap(({ kind, key }) => (kind === 'all' ? [key] : [])))
  return places.map((held) => {
    const { place, state } = held
    if (state === 'dead') return held
    if (denied.has(place) || wide.has(place.inside ?? '')) return { ...held, state: 'denied' }
    return place.kind === 'all' ? { ...held, except: [...denied].filter(({ inside }) => inside === place.key) } : held
  })
}

/** Several unknown effects stay all known, in an order of their own. */
function bothOf(known: string | undefined, effect: string): string {
  if (known === undefined || known === effect || effect === 'allow') return effect
  return known === 'allow' ? known : [...new Set([...known.split(', '), effect])].toSorted().join(', ')
}

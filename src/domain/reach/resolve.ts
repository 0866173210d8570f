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

/** The same places with what a token reaches there by an allow. Of one place, the same list each time. */
type Allow = (places: readonly Place[]) => readonly PlaceReach[]

/**
 * Decides what the policies that name a group make of it. What is allowed and not denied is the same object in all that
 * no other effect names.
 */
export function resolver(): (by: Naming, scopes: readonly Scope[]) => Outcome {
  const byScopes = new Map<readonly Scope[], Allow>()
  return (by, scopes) => {
    const allow = byScopes.get(scopes) ?? allowedPlaces(scopes)
    byScopes.set(scopes, allow)
    const statements = Array.isArray(by) ? by : [by]
    const denies = placesWith('deny', statements)
    const places = statements.every(isKnown) ? allow(placesWith('allow', statements)) : mixedPlaces(statements, scopes)
    return { places: denies.length > 0 ? withDenies(places, denies) : places, denies }
  }
}

function allowedPlaces(scopes: readonly Scope[]): Allow {
  const known = new Map<Place, readonly [PlaceReach]>()
  const one = (place: Place) => {
    const held = known.get(place) ?? ([toPlaceReach(place, 'allow', scopes)] as const)
    known.set(place, held)
    return held
  }
  return (places) => {
    const [first] = places
    return first && places.length === 1 ? one(first) : places.map((place) => one(place)[0])
  }
}

const isKnown = ({ policy }: Statement) => policy.effect === 'allow' || policy.effect === 'deny'

/** Each place once, in the order in which the policies of an effect name them. */
function placesWith(effect: string, statements: readonly Statement[]): readonly Place[] {
  const lists: (readonly Place[])[] = []
  for (const { policy, places } of statements) if (policy.effect === effect) lists.push(places)
  const [first = NONE] = lists
  if (lists.length < 2) return first
  const all = new Set<Place>()
  for (const places of lists) for (const place of places) all.add(place)
  return [...all]
}

/** The same where effects other than allow and deny are named, which the API may add. */
function mixedPlaces(statements: readonly Statement[], scopes: readonly Scope[]): PlaceReach[] {
  const effects = new Map<Place, string>()
  for (const { policy, places } of statements) {
    if (policy.effect === 'deny') continue
    for (const place of places) effects.set(place, bothOf(effects.get(place), policy.effect))
  }
  return Array.from(effects, ([place, effect]) => toPlaceReach(place, effect, scopes))
}

function toPlaceReach(place: Place, effect: string, scopes: readonly Scope[]): PlaceReach {
  const fit = fitOf(scopes, place.scope)
  const state = fit === 'dead' ? fit : effect !== 'allow' ? 'unknown' : fit === 'fits' ? 'reached' : fit
  return { place, effect, state, except: NONE }
}

function withDenies(places: readonly PlaceReach[], denies: readonly Place[]): readonly PlaceReach[] {
  if (places.length === 0) return places
  const denied = new Set(denies)
  const wide = new Set(denies.flatMap(({ kind, key }) => (kind === 'all' ? [key] : [])))
  return places.map((held) => {
    const { place, state } = held
    if (state === 'dead') return held
    if (denied.has(place) || wide.has(place.inside ?? '')) return { ...held, state: 'denied' }
    return place.kind === 'all' ? { ...held, except: denies.filter(({ inside }) => inside === place.key) } : held
  })
}

/** Several unknown effects stay all known, in an order of their own. */
function bothOf(known: string | undefined, effect: string): string {
  if (known === undefined || known === effect || effect === 'allow') return effect
  return known === 'allow' ? known : [...new Set([...known.split(', '), effect])].toSorted().join(', ')
}

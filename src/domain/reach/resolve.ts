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

type Resolve = (statements: readonly Statement[], scopes: readonly Scope[]) => Outcome

/**
 * Decides what policies that all name one group make of it. Most groups are in one policy, with others of the same
 * scopes: they share the outcome.
 */
export function resolver(): Resolve {
  const allowed = new Map<readonly Scope[], Map<Place, PlaceReach>>()
  let last: { statement: Statement; scopes: readonly Scope[]; outcome: Outcome } | null = null

  function allReached(places: readonly Place[], scopes: readonly Scope[]): PlaceReach[] {
    const known = allowed.get(scopes) ?? new Map<Place, PlaceReach>()
    allowed.set(scopes, known)
    return places.map((place) => {
      const held = known.get(place)
      if (held) return held
      const made = toPlaceReach(place, 'allow', scopes)
      known.set(place, made)
      return made
    })
  }

  return (statements, scopes) => {
    const statement = statements[0]
    if (!statement || statements.length > 1) return decide(statements, scopes)
    if (last?.statement === statement && last.scopes === scopes) return last.outcome
    const { policy, places } = statement
    const outcome =
      policy.effect === 'allow' ? { places: allReached(places, scopes), denies: NONE } : decide(statements, scopes)
    last = { statement, scopes, outcome }
    return outcome
  }
}

function decide(statements: readonly Statement[], scopes: readonly Scope[]): Outcome {
  const effects = new Map<Place, string>()
  const denied = new Set<Place>()
  for (const { policy, places } of statements) {
    if (policy.effect === 'deny') for (const place of places) denied.add(place)
    else for (const place of places) effects.set(place, bothOf(effects.get(place), policy.effect))
  }
  const places = [...effects].map(([place, effect]) => toPlaceReach(place, effect, scopes))
  return { places: denied.size > 0 ? withDenies(places, denied) : places, denies: [...denied] }
}

function toPlaceReach(place: Place, effect: string, scopes: readonly Scope[]): PlaceReach {
  const fit = fitOf(scopes, place)
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

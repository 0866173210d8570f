import type { Place } from '#domain/policy/place.ts'
import type { Statement } from './resolve.ts'

/** A policy that has a part in an answer, by its place in the token from 0. */
export type Because = { policyIndex: number; effect: string }

/**
 * The policies that decide about a group on a place of a token: those that give it, and denies that take it away, as a
 * whole or in parts.
 */
export function becauseOf(statements: readonly Statement[], groupId: string, { key, inside }: Place): Because[] {
  return statements.flatMap(({ policy: { effect, permission_groups }, places }, policyIndex) => {
    const decides = (place: Place) =>
      place.key === key || (effect === 'deny' && (place.key === inside || place.inside === key))
    const isAsked = permission_groups.some(({ id }) => id === groupId) && places.some(decides)
    return isAsked ? [{ policyIndex, effect }] : []
  })
}

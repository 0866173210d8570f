import { isObject } from '#domain/token-json/is-object.ts'
import type { WirePermissionGroup, WirePolicy, WireResources, WireResourceValue } from './wire.ts'

/** Whether a value has the documented form of a policy in all its parts; its further fields are not looked at. */
export function isPolicy(wire: unknown): wire is WirePolicy {
  return (
    isObject(wire) &&
    typeof wire['effect'] === 'string' &&
    Array.isArray(wire['permission_groups']) &&
    wire['permission_groups'].every(isGroup) &&
    isObject(wire['resources']) &&
    Object.values(wire['resources']).every(isResourceValue)
  )
}

/**
 * Any value as a policy that can be read safely. One of the documented form is itself; of another
 * one the parts that have a meaning are taken, so it is for showing and comparing, never for sending.
 */
export function readPolicy(wire: unknown): WirePolicy {
  if (isPolicy(wire)) return wire
  const { effect, permission_groups, resources } = isObject(wire) ? wire : {}
  return {
    effect: typeof effect === 'string' ? effect : 'unknown',
    permission_groups: Array.isArray(permission_groups) ? permission_groups.filter(isGroup) : [],
    resources: isObject(resources) ? readResources(resources) : {},
  }
}

const isGroup = (group: unknown): group is WirePermissionGroup =>
  isObject(group) && typeof group['id'] === 'string' && group['id'] !== ''

const isResourceValue = (value: unknown): value is WireResourceValue =>
  typeof value === 'string' || (isObject(value) && Object.values(value).every((inner) => typeof inner === 'string'))

/** A value of another form stays visible as its JSON. */
const readResources = (resources: Record<string, unknown>): WireResources =>
  Object.fromEntries(
    Object.entries(resources).map(([key, value]) => [key, isResourceValue(value) ? value : JSON.stringify(value)]),
  )

import { isObject } from '#domain/text/is-object.ts'
import type { WirePermissionGroup, WirePolicy, WireResources, WireResourceValue } from './wire.ts'

/** Whether all parts of a value have the documented form of a policy. Further fields are ignored. */
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
 * Makes any value safe to read as a policy. A documented policy is returned as is; of any other value, the
 * understandable parts are kept. For display and comparison, never for sending.
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

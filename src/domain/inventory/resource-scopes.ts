import type { WireResources } from '#domain/policy/wire.ts'

/**
 * The scopes of the resources that a policy names, as the catalogue calls them: a key without the id at its end. A map
 * inside a key is what counts, not the account around it. One empty scope where there is none.
 */
export function scopesOf(resources: WireResources): string[] {
  const keys = Object.entries(resources).flatMap(([key, value]: [string, unknown]) => {
    const inner = typeof value === 'object' && value !== null ? Object.keys(value) : []
    return inner.length > 0 ? inner : [key]
  })
  const scopes = new Set(keys.map((key) => key.slice(0, Math.max(0, key.lastIndexOf('.')))))
  return scopes.size > 0 ? [...scopes] : ['']
}

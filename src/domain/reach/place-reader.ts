import { placeOf, type Place } from '#domain/policy/place.ts'
import { parseResource } from '#domain/policy/resource-keys.ts'
import type { WireResourceValue, WireResources } from '#domain/policy/wire.ts'

/**
 * Reads the places of a policy, each once. A place is the same object however and wherever it is written, and most keys
 * are those of other policies, so each is read once.
 */
export function placeReader(accountId: string): (resources: WireResources) => readonly Place[] {
  const places = new Map<string, Place>()
  const flat = new Map<string, Place[]>()
  const nested = new Map<string, Map<string, Place[]>>()

  const read = (key: string, value: WireResourceValue) =>
    parseResource(key, value).map((target) => {
      const place = placeOf(target, accountId)
      const known = places.get(place.key) ?? place
      places.set(place.key, known)
      return known
    })
  const readOnce = (known: Map<string, Place[]>, key: string, readNew: () => Place[]) => {
    const found = known.get(key)
    if (found) return found
    const made = readNew()
    known.set(key, made)
    return made
  }
  function readNested(key: string, value: Record<string, string>): Place[] {
    const inner = Object.keys(value)
    if (inner.length === 0 || inner.some((one) => value[one] !== '*')) return read(key, value)
    const known = nested.get(key) ?? new Map<string, Place[]>()
    nested.set(key, known)
    return inner.flatMap((one) => readOnce(known, one, () => read(key, { [one]: '*' })))
  }
  function readValue(key: string, value: WireResourceValue): Place[] {
    if (value === '*') return readOnce(flat, key, () => read(key, value))
    return typeof value === 'object' ? readNested(key, value) : read(key, value)
  }
  return (resources) => {
    const keys = Object.keys(resources)
    const [first = ''] = keys
    if (keys.length === 1) return readValue(first, resources[first] ?? '')
    const places = keys.flatMap((key) => readValue(key, resources[key] ?? ''))
    // Two keys name the same place only if one of them is nested.
    return keys.every((key) => resources[key] === '*') ? places : [...new Set(places)]
  }
}

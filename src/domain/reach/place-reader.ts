import { placeOf, type Place } from '#domain/policy/place.ts'
import { parseResource, type ResourceTarget } from '#domain/policy/resource-keys.ts'
import type { WireResourceValue, WireResources } from '#domain/policy/wire.ts'

/**
 * Reads the places of a policy, each once. A place is the same object however and wherever it is written, and most keys
 * are those of other policies, so each is read once.
 */
export function placeReader(accountId: string): (resources: WireResources) => readonly Place[] {
  const places = new Map<string, Place>()
  const toPlace = (target: ResourceTarget) => {
    const place = placeOf(target, accountId)
    const known = places.get(place.key) ?? place
    places.set(place.key, known)
    return known
  }
  const read = (key: string, value: WireResourceValue) => parseResource(key, value).map(toPlace)

  const flat = remembering((key) => {
    const [target = { kind: 'other', key, value: '*' }] = parseResource(key, '*')
    return toPlace(target)
  })
  const onlyFlat = remembering((key) => [flat(key)])
  /** By the account's key: most policies name all of a kind in it, or one. */
  const nested = remembering((key) => remembering((inner) => read(key, { [inner]: '*' })))

  function readValue(key: string, value: WireResourceValue): Place[] {
    if (value === '*') return onlyFlat(key)
    if (typeof value !== 'object') return read(key, value)
    const [inner = '', ...others] = Object.keys(value)
    return others.length === 0 && value[inner] === '*' ? nested(key)(inner) : read(key, value)
  }

  return (resources) => {
    const keys = Object.keys(resources)
    const [first = ''] = keys
    if (keys.length === 1) return readValue(first, resources[first] ?? '')
    // Two keys name the same place only if one of them is nested.
    return keys.every((key) => resources[key] === '*')
      ? keys.map((key) => flat(key))
      : [...new Set(keys.flatMap((key) => readValue(key, resources[key] ?? '')))]
  }
}

/** Each answer is the same object for the same text. */
function remembering<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = answerTo(text)
    known.set(text, made)
    return made
  }
}

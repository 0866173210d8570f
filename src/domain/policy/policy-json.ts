import { isObject } from '#domain/text/is-object.ts'
import { placesIn } from '#domain/text/places-in.ts'
import { mayBeRounded } from '#domain/text/rounded.ts'
import type { WirePolicyInput } from './wire.ts'

/** Parses typed JSON, or returns the parser's reason. */
export function readPolicyJson(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'unreadable' }
  }
}

/** A string, a number or a bracket; in valid JSON, nothing else matters to `lossIn`. */
const PARTS = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|[{}]/g

/** What of a valid JSON text is lost when it is parsed: all but the last of equal keys, and digits of long numbers. */
export function lossIn(text: string): string | null {
  const objects: Set<string>[] = []
  for (const { 0: part, 1: string, 2: colon, index } of text.matchAll(PARTS)) {
    if (part === '{') objects.push(new Set())
    else if (part === '}') objects.pop()
    else if (string === undefined) {
      if (mayBeRounded(Number(part)) || !Number.isFinite(Number(part)))
        return `A number of so many digits can’t be sent exactly (${placeWords(index, text)}).`
    } else if (colon !== undefined) {
      // Two spellings of a key are one: `a` may be written `\u0061`.
      const key: string = JSON.parse(string)
      if (objects.at(-1)?.has(key)) return `“${key}” is set twice (${placeWords(index, text)}).`
      objects.at(-1)?.add(key)
    }
  }
  return null
}

function placeWords(index: number, text: string): string {
  const { line, column } = placesIn(text)(index)
  return `line ${line}, column ${column}`
}

/** Whether a typed value has the three required parts of a policy. Other fields are up to the user. */
export function isPolicyShaped(value: unknown): value is WirePolicyInput {
  if (!isObject(value)) return false
  const { effect, permission_groups, resources } = value
  return (
    typeof effect === 'string' &&
    Array.isArray(permission_groups) &&
    permission_groups.every((group) => isObject(group) && typeof group['id'] === 'string') &&
    isObject(resources)
  )
}

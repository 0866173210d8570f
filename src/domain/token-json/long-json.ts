import { jsonLines, parseJson } from './json-text.ts'
import { repeatedKey } from './repeated-key.ts'

/** JSON, or several values on lines of their own, too long for the reader that knows places. `null` for anything else. */
export function readLongJson(text: string): { value: unknown } | { problem: string } | null {
  // The lists of several pages are one.
  const value = parseJson(text) ?? jsonLines(text)?.flatMap(parseJson)
  if (value === undefined) return null
  const key = repeatedKey(text)
  return key === null ? { value } : { problem: `“${key}” is set twice.` }
}

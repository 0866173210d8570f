import { readExport, type ImportedTokens, type TokenSource } from './read-export.ts'
import { readJsonText } from './json-text.ts'
import { isObject } from './is-object.ts'
import { READ_ONLY } from './request-form.ts'

export type TakenOut = ImportedTokens & {
  from: Exclude<TokenSource, 'body'>
  body: Record<string, unknown>
  leftOut: string[]
}

/** The tokens in a pasted text that is no request body itself; `null` where there are none to take out. */
export function takeOutToken(text: string): TakenOut | null {
  const inside = lookInside(text)
  return inside === null || 'problem' in inside ? null : inside
}

/**
 * What a text is that is no request body itself: tokens to take out of it, or a format without any, named; `null` for
 * a body, and for JSON that is best told by the place where it goes wrong. A body may have the keys that this request itself is `sentWith`.
 */
export function lookInside(text: string, sentWith: string[] = []): TakenOut | { problem: string } | null {
  const read = readJsonText(text)
  if (text.trim() === '' || (read.ok && isObject(read.value) && isBody(read.value, sentWith))) return null
  const found = readExport(text)
  if ('problem' in found) return read.ok ? whenSure(read.value, found) : isPlaced(found) ? null : found
  const [first] = found.tokens
  if (found.from === 'body' || !first) return null
  return { ...found, from: found.from, body: first.body, leftOut: first.leftOut }
}

const isBody = (value: Record<string, unknown>, sentWith: string[]) =>
  !READ_ONLY.some((key) => key in value && !sentWith.includes(key)) && !isWrapper(value)

/** A beginning of a body may have an id or a status and nothing else yet. */
const whenSure = (value: unknown, found: { problem: string }) => {
  if (Array.isArray(value)) return value.length > 0 ? found : null
  return isObject(value) && (isWrapper(value) || 'scopes' in value) ? found : null
}

/** The reader of JSON tells these better, with a place or a limit. */
const isPlaced = ({ problem }: { problem: string }) => /^Line \d|^This is JSON, but/.test(problem)

/** What a body never has at its top, and answers, exports and Terraform do. */
const isWrapper = (value: Record<string, unknown>) =>
  [
    'success',
    'result',
    'tokens',
    'resource',
    'resources',
    'values',
    'planned_values',
    'resource_changes',
    'deployment',
    'checkpoint',
    'log',
    'item',
    'policy',
  ].some((key) => key in value) && !('policies' in value)

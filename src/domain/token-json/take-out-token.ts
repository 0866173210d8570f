import { NO_TOKEN, readExport, type ImportedTokens, type TokenSource } from './read-export.ts'
import { readJsonText } from './json-text.ts'
import { isObject } from '#domain/text/is-object.ts'
import { READ_ONLY } from './request-form.ts'

export type TakenOut = ImportedTokens & {
  from: Exclude<TokenSource, 'body'>
  body: Record<string, unknown>
  leftOut: string[]
}

/** The tokens in a pasted text other than a request body; `null` when it contains none. */
export function takeOutToken(text: string): TakenOut | null {
  const inside = lookInside(text)
  return inside === null || 'problem' in inside ? null : inside
}

/**
 * Recognizes a text other than a request body: tokens to extract, or the name of a format without any. `null` for a
 * body, and for JSON whose error position is more helpful. A body may have the keys in `sentWith`.
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

/** An unfinished body may have only an id or a status so far. */
const whenSure = (value: unknown, found: { problem: string }) => {
  if (Array.isArray(value)) return value.length > 0 ? found : null
  return isObject(value) && (isWrapper(value) || 'scopes' in value) ? found : null
}

/** The JSON parser reports these better, with a position or a limit. */
const isPlaced = ({ problem }: { problem: string }) => /^Line \d/.test(problem) || problem === NO_TOKEN

/** Keys at the top of answers, exports and Terraform, but never of a body. */
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

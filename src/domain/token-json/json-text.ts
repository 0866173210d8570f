import { parse, type DocumentNode, type ValueNode } from '@humanwhocodes/momoa'
import { strictJson, tidyText } from './tidy-text.ts'

/**
 * A problem in a text and its position: `line` and `column` from 1, `path` as `policies[0].effect` (empty for the whole
 * text).
 */
export type JsonProblem = { message: string; line: number; column: number; path: string }

export type JsonText =
  | {
      ok: true
      value: unknown
      placeOf: (path: JsonPath) => { line: number; column: number }
      /** What was skipped because it is not JSON: comments, code fences, a byte order mark. */
      readOver: string[]
    }
  | { ok: false; problem: JsonProblem }

export type JsonPath = (string | number)[]

/** The largest token seen has 0.9 MB, and 1.8 MB with indentation; the proxy accepts 1 MB without. */
const JSON_TEXT_MAX = 4 * 1024 * 1024

/** Caches the last text: one keystroke asks for it several times. */
let last: { text: string; read: JsonText } | null = null

/**
 * Parses JSON with positions. Comments, trailing commas, code fences and odd blanks are skipped and reported. A
 * duplicate key is an error: parsers disagree on which one counts.
 */
export function readJsonText(text: string): JsonText {
  if (last?.text !== text) last = { text, read: readAnew(text) }
  return last.read
}

function readAnew(text: string): JsonText {
  if (text.length > JSON_TEXT_MAX) {
    const size = (text.length / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })
    return refuse({ line: 1, column: 1 }, `${size} MB is too large for a token (max 4 MB).`)
  }
  const tidy = tidyText(text)
  const read = readStrict(tidy.text)
  if (read.ok) return { ...read, readOver: tidy.readOver }
  const strict = strictJson(tidy.text)
  const forgiven = strict && readStrict(strict.text)
  if (!strict || !forgiven) return read
  return forgiven.ok ? { ...forgiven, readOver: [...tidy.readOver, ...strict.readOver] } : forgiven
}

function readStrict(text: string): JsonText {
  if (text.trim() === '') return refuse({ line: 1, column: 1 }, 'Enter JSON.')
  try {
    // The library's own strict mode: no comments, no trailing commas.
    const { body } = parse(text, { mode: 'json' })
    const twice = repeatedKey(body, [])
    if (twice) return { ok: false, problem: twice }
    const value: unknown = JSON.parse(text)
    return { ok: true, value, placeOf: (path) => placeIn(body, path), readOver: [] }
  } catch (error) {
    return refuse(placeOfError(error, text), reasonOf(error, text))
  }
}

const refuse = (place: { line: number; column: number }, message: string): JsonText => ({
  ok: false,
  problem: { ...place, message, path: '' },
})

function repeatedKey(node: ValueNode, path: JsonPath): JsonProblem | null {
  if (node.type === 'Array') {
    for (const [index, { value }] of node.elements.entries()) {
      const found = repeatedKey(value, [...path, index])
      if (found) return found
    }
  }
  if (node.type !== 'Object') return null
  const seen = new Set<string>()
  for (const { name, value } of node.members) {
    const key = name.type === 'String' ? name.value : name.name
    const here = [...path, key]
    const { line, column } = name.loc.start
    if (seen.has(key)) return { line, column, path: pathText(here), message: `“${key}” is set twice.` }
    seen.add(key)
    const found = repeatedKey(value, here)
    if (found) return found
  }
  return null
}

/** The position of the value at a path; if it is missing, of the innermost existing value. */
function placeIn(body: DocumentNode['body'], path: JsonPath): { line: number; column: number } {
  let node: ValueNode = body
  for (const step of path) {
    const next: ValueNode | undefined = childOf(node, step)
    if (!next) break
    node = next
  }
  const { line, column } = node.loc.start
  return { line, column }
}

function childOf(node: ValueNode, step: string | number): ValueNode | undefined {
  if (node.type === 'Array' && typeof step === 'number') return node.elements[step]?.value
  if (node.type !== 'Object') return undefined
  return node.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === step)?.value
}

/** `["policies", 0, "permission groups"]` as `policies[0]["permission groups"]`. */
export function pathText(path: JsonPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[A-Za-z_]\w*$/.test(step)) return `[${JSON.stringify(step)}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
}

/** The parser's errors have a position, except those at the end of the text. */
function placeOfError(error: unknown, text: string): { line: number; column: number } {
  const lines = text.trimEnd().split('\n')
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  if (typeof error !== 'object' || error === null || !('line' in error) || !('column' in error)) return end
  const { line, column } = error
  if (typeof line !== 'number' || typeof column !== 'number' || /end of input/i.test(messageOf(error))) return end
  return isCutShort(text, { line, column }) ? end : { line, column }
}

function reasonOf(error: unknown, text: string): string {
  const place = placeOfError(error, text)
  const found = restFrom(text, place)[0]
  if (found === undefined) return 'Unexpected end of JSON.'
  if (/[“”„‘’«»]/.test(found)) return `“${found}” is a typographic quote. Use ".`
  if (found === "'") return `Use double quotes, not '.`
  if (found === '\n') return 'Write a line break inside quotes as \\n.'
  return `Unexpected “${found}”.`
}

/** For a truncated text, the parser reports the last word, which is correct. */
const isCutShort = (text: string, place: { line: number; column: number }) =>
  isUnclosed(text) && /^(?:"[^"]*"?|[^\s,:{}[\]]*|[,:{[])\s*$/.test(restFrom(text, place))

function isUnclosed(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|$)|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
  }
  return depth > 0
}

function restFrom(text: string, { line, column }: { line: number; column: number }): string {
  const lines = text.split('\n').slice(line - 1)
  return lines.join('\n').slice(column - 1)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '')

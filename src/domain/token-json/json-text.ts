import { parse, type DocumentNode, type MemberNode, type ObjectNode, type ValueNode } from '@humanwhocodes/momoa'
import { isObject } from '#domain/text/is-object.ts'
import { placesIn } from '#domain/text/places-in.ts'
import { bracketsOf } from './json-brackets.ts'
import { controlCharacter, placeOfError, reasonOf } from './json-error.ts'
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
const LARGEST_MB = 4

/** No real text is nested this deeply, and each level is a recursive call of what reads it. */
export const MAX_LEVELS = 100

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

/** The problem of a text of more than so many MB. */
export function tooLarge(text: string, most: number): JsonProblem | null {
  const size = text.length / 1024 / 1024
  if (size <= most) return null
  const said = size.toLocaleString('en', { maximumFractionDigits: 1 })
  return { message: `${said} MB is too large for a token (max ${most} MB).`, line: 1, column: 1, path: '' }
}

function readAnew(text: string): JsonText {
  const large = tooLarge(text, LARGEST_MB)
  if (large) return { ok: false, problem: large }
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
  const deep = tooDeepAt(text)
  if (deep !== null) return refuse(placesIn(text)(deep), 'This is nested too deeply.')
  try {
    // The library's own strict mode: no comments, no trailing commas.
    const { body } = parse(text, { mode: 'json' })
    const twice = repeatedKey(body, [])
    if (twice) return { ok: false, problem: twice }
    const value: unknown = JSON.parse(text)
    return { ok: true, value, placeOf: (path) => placeIn(body, path), readOver: [] }
  } catch (error) {
    // The library takes what only the browser's own parser refuses.
    const control = error instanceof SyntaxError ? controlCharacter(text) : null
    if (control) return refuse(placesIn(text)(control.offset), control.problem)
    const problem = forgivingError(text) ?? error
    return refuse(placeOfError(problem, text), reasonOf(problem, text))
  }
}

/** What is wrong besides comments and trailing commas; `null` when nothing is. */
function forgivingError(text: string): unknown {
  try {
    parse(text, { mode: 'jsonc', allowTrailingCommas: true })
    return null
  } catch (error) {
    return error
  }
}

const refuse = (place: { line: number; column: number }, message: string): JsonText => ({
  ok: false,
  problem: { ...place, message, path: '' },
})

export function parseJson(text: string): unknown {
  try {
    return tooDeepAt(text) === null ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Several values, each starting on its own line, as `jq` prints them; `null` for anything else. */
export function jsonLines(text: string): string[] | null {
  const parts = text.split(/(?<=[}\]])[^\S\n]*\n(?=\s*[{[])/).filter((part) => part.trim() !== '')
  if (parts.length < 2 || /"@level"/.test(parts[0] ?? '')) return null
  const areValues = parts.map(parseJson).every((value) => isObject(value) || Array.isArray(value))
  return areValues ? parts : null
}

/** The values of such lines, and in words which of them cannot be read for sure. */
export function readLines(lines: string[]): { values: unknown[]; problems: string[] } {
  const read = lines.map(readJsonText)
  return {
    values: read.flatMap((one) => (one.ok ? [one.value] : [])),
    problems: read.flatMap((one, index) =>
      one.ok ? [] : [`value ${index + 1}, ${placeWords(one.problem)}: ${one.problem.message}`],
    ),
  }
}

export const placeWords = ({ line, column }: { line: number; column: number }): string =>
  `line ${line}, column ${column}`

/** The objects and lists in a text that begin a line, up to their last brackets. */
export function valuesIn(text: string): string[] {
  const values: string[] = []
  let end = 0
  for (const { index } of text.matchAll(/^[{[]/gm)) {
    if (index < end) continue
    const length = closedLength(text.slice(index))
    if (length === null) break
    end = index + length
    values.push(text.slice(index, end))
  }
  return values
}

function closedLength(text: string): number | null {
  for (const { offset, depth } of bracketsOf(text)) if (depth === 0) return offset + 1
  return null
}

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
    const key = keyOf(name)
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
  const members = membersOf.get(node) ?? new Map(node.members.map(({ name, value }) => [keyOf(name), value]))
  membersOf.set(node, members)
  return members.get(step)
}

/** A text can have thousands of problems, each with its place. */
const membersOf = new WeakMap<ObjectNode, Map<string | number, ValueNode>>()

const keyOf = (name: MemberNode['name']) => (name.type === 'String' ? name.value : name.name)

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

/** Where a JSON text has too many levels; `null` for nearly all. */
function tooDeepAt(text: string): number | null {
  for (const { offset, depth } of bracketsOf(text)) if (depth > MAX_LEVELS) return offset
  return null
}

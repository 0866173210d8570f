import { indentOf, isBlank, isComment, YamlError, type Cursor } from './yaml-lines.ts'
import { quotedText } from './yaml-quoted.ts'
import { readScalar } from './yaml-scalar.ts'

/** What is read: a scalar or a list of them, or of an object the keys for which it returns something. */
export type Wanted = 'value' | ((key: string) => Wanted | null)

/**
 * Reads some keys of a large YAML document in block style, and passes over the rest by its indentation. Reads keys
 * and scalars in every quoting, blocks of text and lists of scalars. Throws a `YamlError` for anything else where it
 * is wanted. A whole YAML library would be 30 kB for three keys.
 */
export function readYaml(text: string, wanted: Wanted): unknown {
  const cursor = { lines: text.split(/\r?\n/), at: 0 }
  const isHead = (line: string) => isBlank(line) || isComment(line) || line.startsWith('%')
  while (cursor.at < cursor.lines.length && isHead(cursor.lines[cursor.at] ?? '')) cursor.at += 1
  if (/^---\s*(?:#.*)?$/.test(cursor.lines[cursor.at] ?? '')) cursor.at += 1
  const value = readBelow(cursor, -1, wanted)
  const line = nextLine(cursor)
  if (line !== null && !isEnd(line)) throw new YamlError(cursor.at, 'is not part of the document.')
  return value
}

const isEnd = (line: string) => /^(?:---|\.\.\.)(?:\s|$)/.test(line)

/** The next line with content, `null` at the end of the text. */
function nextLine(cursor: Cursor): string | null {
  for (; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = cursor.lines[cursor.at] ?? ''
    if (isBlank(line) || isComment(line)) continue
    if (/^ *\t/.test(line)) throw new YamlError(cursor.at, 'a tab in the indentation.')
    return line
  }
  return null
}

/** The value in the lines below a key that is indented by `indent`. */
function readBelow(cursor: Cursor, indent: number, wanted: Wanted): unknown {
  const line = nextLine(cursor)
  if (line === null || isEnd(line)) return null
  const depth = indentOf(line)
  // A list may be indented like its key.
  if (isItem(line, depth) && depth >= indent) return readList(cursor, depth)
  if (depth <= indent) return null
  if (KEY.test(line.slice(depth)) || /^\?\s/.test(line.slice(depth))) return readObject(cursor, depth, wanted)
  cursor.at += 1
  return readValue(cursor, line.trim(), indent, wanted)
}

const KEY =
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[\]{}#&*!|>%@`?-](?:.*?[^\s])??|[?-](?=\S)(?:.*?[^\s])??)\s*:(?=\s|$)/
const isItem = (line: string, indent: number) => /^-(?:\s|$)/.test(line.slice(indent, indent + 2))

function readObject(cursor: Cursor, indent: number, wanted: Wanted): unknown {
  const entries: [string, unknown][] = []
  for (let line = nextLine(cursor); line !== null; line = nextLine(cursor)) {
    const depth = indentOf(line)
    if (depth < indent || (depth === 0 && isEnd(line))) break
    if (depth > indent) throw new YamlError(cursor.at, 'its indentation fits nothing above it.')
    const { key, rest } = /^\?\s/.test(line.slice(indent)) ? longKey(cursor, indent) : shortKey(cursor, line, indent)
    if (key === '<<' && wanted !== 'value') throw new YamlError(cursor.at - 1, 'a merge key (<<) can’t be read here.')
    const inner = wanted === 'value' ? null : wanted(key)
    if (inner === null) passOver(cursor, indent)
    else entries.push([key, readValue(cursor, rest, indent, inner)])
  }
  return Object.fromEntries(entries)
}

function shortKey(cursor: Cursor, line: string, indent: number): { key: string; rest: string } {
  const text = line.slice(indent)
  const match = KEY.exec(text)
  if (!match) throw new YamlError(cursor.at, 'a key and a colon are expected.')
  cursor.at += 1
  const written = match[0].slice(0, -1).trim()
  const key = /^["']/.test(written) ? quotedText(cursor, written, indent).text : written
  return { key, rest: text.slice(match[0].length).trim() }
}

/** A long key is on lines of its own, after a question mark; its value follows a colon. */
function longKey(cursor: Cursor, indent: number): { key: string; rest: string } {
  const first = (cursor.lines[cursor.at] ?? '').slice(indent + 1).trim()
  cursor.at += 1
  const key = String(readScalar(cursor, first, indent))
  const line = nextLine(cursor)
  if (line === null || indentOf(line) !== indent || !/^:(?:\s|$)/.test(line.slice(indent)))
    throw new YamlError(cursor.at - 1, 'a key without a value.')
  // As if the value began on a line of its own.
  cursor.lines[cursor.at] = `${' '.repeat(indent + 1)}${line.slice(indent + 1)}`
  return { key, rest: '' }
}

const PROPERTY = /^[&!]\S*\s*/

function readValue(cursor: Cursor, written: string, indent: number, wanted: Wanted): unknown {
  let rest = written
  while (PROPERTY.test(rest)) rest = rest.replace(PROPERTY, '')
  if (isEmpty(rest)) return readBelow(cursor, indent, wanted)
  if (KEY.test(rest) && /^[^"'[{|>]/.test(rest)) throw new YamlError(cursor.at - 1, 'a key in the middle of a text.')
  return readScalar(cursor, rest, indent)
}

const isEmpty = (rest: string) => rest === '' || rest.startsWith('#')

function isDeeper(cursor: Cursor, indent: number): boolean {
  const line = nextLine(cursor)
  return line !== null && indentOf(line) > indent
}

/** A list of scalars; what is none is `{}`. */
function readList(cursor: Cursor, indent: number): unknown[] {
  const items: unknown[] = []
  for (let line = nextLine(cursor); line !== null; line = nextLine(cursor)) {
    if (indentOf(line) !== indent || !isItem(line, indent)) break
    const rest = line.slice(indent + 1).trim()
    cursor.at += 1
    if (KEY.test(rest) || isItem(rest, 0)) {
      items.push({})
      passOver(cursor, indent, false)
    } else items.push(isEmpty(rest) && !isDeeper(cursor, indent) ? null : readValue(cursor, rest, indent, 'value'))
  }
  return items
}

/** Passes over the value of a key: what is indented by more, and a list that is indented like the key. */
function passOver(cursor: Cursor, indent: number, hasItems = true): void {
  for (; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = cursor.lines[cursor.at] ?? ''
    const depth = indentOf(line)
    if (depth > indent || isBlank(line) || isComment(line)) continue
    if (!hasItems || depth !== indent || !isItem(line, indent)) return
  }
}

import { indentOf, isBlank, isComment, YamlError, type Cursor } from './yaml-error.ts'

/**
 * Reads a scalar or a flow list that begins with `first`, on the line before the cursor. Its further lines are
 * indented by more than `indent`.
 */
export function readScalar(cursor: Cursor, first: string, indent: number): unknown {
  const start = first.charAt(0)
  if (start === '|' || start === '>') return blockText(cursor, first, indent)
  if (start === '"' || start === "'") return quotedText(cursor, first, indent).text
  if (start === '[') return flowList(cursor, first, indent)
  if (start === '*') throw new YamlError(cursor.at - 1, 'an alias (*name) can’t be read here.')
  if (start === '{') {
    if (/^\{\s*\}\s*(?:#.*)?$/.test(first)) return {}
    throw new YamlError(cursor.at - 1, 'an object in braces can’t be read here. Use the JSON file.')
  }
  return plainValue(plainText(cursor, first, indent))
}

const COMMENT = /(?:^|\s+)#.*$/

function plainText(cursor: Cursor, first: string, indent: number): string {
  const parts = [first.replace(COMMENT, '').trim()]
  if (COMMENT.test(first)) return parts.join('')
  for (; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = cursor.lines[cursor.at] ?? ''
    if (!isBlank(line) && (indentOf(line) <= indent || isComment(line))) break
    const text = line.replace(COMMENT, '').trim()
    if (/:(?:\s|$)/.test(text)) throw new YamlError(cursor.at, 'a key in the middle of a text.')
    parts.push(text)
    if (COMMENT.test(line)) {
      cursor.at += 1
      break
    }
  }
  return folded(parts).trimEnd()
}

/** Lines are joined with a space; an empty line is a line break. */
function folded(lines: readonly string[]): string {
  let [text = '', breaks] = [lines[0], 0]
  for (const line of lines.slice(1)) {
    if (line === '') breaks += 1
    else {
      text += (breaks > 0 ? '\n'.repeat(breaks) : ' ') + line
      breaks = 0
    }
  }
  return text + '\n'.repeat(breaks)
}

const NULL = /^(?:|~|null|Null|NULL)$/
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/
const NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/

function plainValue(text: string): unknown {
  if (NULL.test(text)) return null
  if (BOOLEAN.test(text)) return text.toLowerCase() === 'true'
  return NUMBER.test(text) ? Number(text) : text
}

const DOUBLE = /^"((?:[^"\\]|\\[\s\S])*)"/
const SINGLE = /^'((?:[^']|'')*)'(?!')/

/** A text in quotes, and what follows it on its last line. */
export function quotedText(cursor: Cursor, first: string, indent: number): { text: string; rest: string } {
  const begin = cursor.at - 1
  const form = first.startsWith('"') ? DOUBLE : SINGLE
  let raw = first
  for (let match = form.exec(raw); ; match = form.exec(raw)) {
    if (match) {
      const rest = raw.slice(match[0].length).trim()
      const lines = (match[1] ?? '').split('\n')
      return { text: form === DOUBLE ? doubleQuoted(lines) : singleQuoted(lines), rest: rest.replace(COMMENT, '') }
    }
    const line = cursor.lines[cursor.at]
    if (line === undefined || (!isBlank(line) && indentOf(line) <= indent))
      throw new YamlError(begin, 'a quote is not closed. The file may be cut off.')
    raw += `\n${line}`
    cursor.at += 1
  }
}

const singleQuoted = (lines: string[]) => folded(trimmed(lines)).replaceAll("''", "'")

/** The space around line breaks does not count. */
const trimmed = (lines: string[]) =>
  lines.map((line, index) => {
    const begun = index > 0 ? line.trimStart() : line
    return index < lines.length - 1 ? begun.trimEnd() : begun
  })

/** A backslash at the end of a line joins it with the next one. */
function doubleQuoted(lines: string[]): string {
  const joined: string[] = []
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    const begun = index > 0 ? line.trimStart() : line
    const isJoining = index < lines.length - 1 && (/\\*$/.exec(begun)?.[0].length ?? 0) % 2 === 1
    const text = isJoining ? begun.slice(0, -1) : index < lines.length - 1 ? begun.trimEnd() : begun
    if (isOpen) joined.push((joined.pop() ?? '') + text)
    else joined.push(text)
    isOpen = isJoining
  }
  return folded(joined).replaceAll(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([\s\S]))/gi, unescaped)
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  f: '\f',
  v: '\v',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
}

function unescaped(_: string, x?: string, u?: string, long?: string, letter = ''): string {
  const code = x ?? u ?? long
  return code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16))
}

const BLOCK = /^([|>])(?:([+-])?([1-9])?|([1-9])([+-]))\s*(?:#.*)?$/

/** A text in lines of its own: `|` keeps its line breaks, `>` joins them. */
function blockText(cursor: Cursor, first: string, indent: number): string {
  const header = BLOCK.exec(first)
  if (!header) throw new YamlError(cursor.at - 1, 'the header of a block of text can’t be read.')
  const lines: string[] = []
  for (; cursor.at < cursor.lines.length; cursor.at += 1) {
    const line = cursor.lines[cursor.at] ?? ''
    if (!isBlank(line) && indentOf(line) <= indent) break
    lines.push(line)
  }
  const digits = header[3] ?? header[4]
  const margin = digits ? Math.max(0, indent) + Number(digits) : indentOf(lines.find((line) => !isBlank(line)) ?? '')
  const text = lines.map((line) => line.slice(margin))
  const body = (header[1] === '|' ? text.join('\n') : folded(text)).replace(/\n+$/, '')
  const chomp = header[2] ?? header[5]
  return chomp === '-' || body === '' ? body : `${body}\n`
}

const ITEM = /^\s*(?:("(?:[^"\\]|\\[\s\S])*")|('(?:[^']|'')*')|([^,[\]{}"'#]*))\s*([,\]])/

/** A list in brackets, such as `[DNS Read, "DNS Write"]`, over one line or several. */
function flowList(cursor: Cursor, first: string, indent: number): unknown[] {
  const begin = cursor.at - 1
  let raw = first
  while (!raw.includes(']')) {
    const line = cursor.lines[cursor.at]
    if (line === undefined || (!isBlank(line) && indentOf(line) <= indent && !line.trimStart().startsWith(']')))
      throw new YamlError(begin, 'a list in brackets is not closed.')
    raw += ` ${line.trim()}`
    cursor.at += 1
  }
  const items: unknown[] = []
  for (let rest = raw.slice(1); ;) {
    const match = ITEM.exec(rest)
    if (!match) throw new YamlError(begin, 'a list in brackets can’t be read.')
    const [whole, double, single, plain = '', end] = match
    if (double !== undefined) items.push(doubleQuoted([double.slice(1, -1)]))
    else if (single !== undefined) items.push(singleQuoted([single.slice(1, -1)]))
    else if (plain.trim() !== '') items.push(plainValue(plain.trim()))
    else if (end === ',') throw new YamlError(begin, 'a list in brackets can’t be read.')
    if (end === ']') return items
    rest = rest.slice(whole.length)
  }
}

import { COMMENT, indentOf, isBlank, YamlError, type Cursor } from './yaml-lines.ts'

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

/** The text of lines that were in single quotes. */
export const singleQuoted = (lines: string[]) => folded(trimmed(lines)).replaceAll("''", "'")

/** The space around line breaks does not count. */
const trimmed = (lines: string[]) =>
  lines.map((line, index) => {
    const begun = index > 0 ? line.trimStart() : line
    return index < lines.length - 1 ? begun.trimEnd() : begun
  })

/** The text of lines that were in double quotes. A backslash at the end of a line joins it with the next one. */
export function doubleQuoted(lines: string[]): string {
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
  return folded(joined).replaceAll(ESCAPED, unescaped)
}

const ESCAPED = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g

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

/** Lines are joined with a space; an empty line is a line break. */
export function folded(lines: readonly string[]): string {
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

import { COMMENT, indentOf, isBlank, isComment, YamlError, type Cursor } from './yaml-lines.ts'
import { doubleQuoted, folded, quotedText, singleQuoted } from './yaml-quoted.ts'

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

const NULL = /^(?:|~|null|Null|NULL)$/
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/
const NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/

function plainValue(text: string): unknown {
  if (NULL.test(text)) return null
  if (BOOLEAN.test(text)) return text.toLowerCase() === 'true'
  return NUMBER.test(text) ? Number(text) : text
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

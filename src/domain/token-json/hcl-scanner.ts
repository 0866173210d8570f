import { MAX_LEVELS } from './json-text.ts'

/** A piece of HCL with its position. The value of a `string` is unquoted and unescaped. */
export type HclToken = {
  kind: 'name' | 'string' | 'number' | 'sign' | 'line' | 'template' | 'end'
  value: string
  offset: number
}

/** Unsupported HCL, with its position in the text. */
export class HclRefusal extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

const SKIPPED = /[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const HEREDOC = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[^\S\n]*\n/uy
const SIGN = /\.\.\.|=>|==|!=|<=|>=|&&|\|\||[\s\S]/y
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** The rest of a text behind its first comments; JSON with comments has two of the three kinds. */
export const afterComments = (text: string): string =>
  text.replace(/^(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/){1,9999}/, '')

/**
 * Splits HCL into pieces; handles strings, here-documents and comments. A string with an expression in it is a
 * `template`.
 */
export function scanHcl(text: string): HclToken[] {
  const tokens: HclToken[] = []
  let at = 0
  let depth = 0
  const take = (form: RegExp) => {
    form.lastIndex = at
    return form.exec(text)
  }
  while (at < text.length) {
    const skipped = take(SKIPPED)
    if (skipped) {
      at += skipped[0].length
      continue
    }
    const offset = at
    const heredoc = take(HEREDOC)
    if (heredoc) {
      const { value, end } = heredocFrom(text, at + heredoc[0].length, heredoc[2] ?? '', heredoc[1] === '-')
      tokens.push(stringToken(value, offset, false))
      at = end
      continue
    }
    if (text.charAt(at) === '"') {
      const { raw, end } = quotedFrom(text, at)
      tokens.push(stringToken(raw, offset, true))
      at = end
      continue
    }
    const name = take(NAME)
    const number = name ? null : take(NUMBER)
    const value = (name ?? number ?? take(SIGN))?.[0] ?? ''
    at += value.length
    depth += /^[{[(]$/.test(value) ? 1 : /^[}\])]$/.test(value) ? -1 : 0
    if (depth > MAX_LEVELS) throw new HclRefusal('This is nested too deeply.', offset)
    tokens.push({ kind: name ? 'name' : number ? 'number' : value === '\n' ? 'line' : 'sign', value, offset })
  }
  return [...tokens, { kind: 'end', value: '', offset: text.length }]
}

/** The raw content of a quoted string. Quotes inside `${ … }` belong to the expression. */
function quotedFrom(text: string, start: number): { raw: string; end: number } {
  let depth = 0
  let at = start + 1
  for (; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\\') at += 1
    else if (/^[$%]\{/.test(text.slice(at, at + 2)) && text.charAt(at - 1) !== sign) depth += 1
    else if (sign === '}' && depth > 0) depth -= 1
    else if (sign === '"' && depth === 0) return { raw: text.slice(start + 1, at), end: at + 1 }
    else if (sign === '\n' && depth === 0) break
  }
  throw new HclRefusal('This string isn’t closed.', start)
}

function heredocFrom(text: string, start: number, mark: string, isIndented: boolean): { value: string; end: number } {
  const lines: string[] = []
  let at = start
  while (at < text.length) {
    const close = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
    const line = text.slice(at, close).replace(/\r$/, '')
    if (line.trim() === mark) {
      const indents = lines.filter((one) => one.trim() !== '').map((one) => /^[ \t]*/.exec(one)?.[0].length ?? 0)
      const indent = isIndented ? Math.min(...indents, Number.MAX_SAFE_INTEGER) : 0
      return { value: lines.map((one) => `${one.slice(indent)}\n`).join(''), end: close }
    }
    lines.push(line)
    at = close + 1
  }
  throw new HclRefusal(`This text isn’t closed: the line ${mark} is missing.`, start)
}

/** Whether a text has an expression in it. `$${` and `%%{` are literal; any other `${` starts an expression. */
export const isTemplate = (text: string): boolean => /(?<![$])\$\{|(?<![%])%\{/.test(text)

/** A text without an expression, as Terraform reads it. */
export const plainText = (text: string): string => text.replaceAll('$${', () => '${').replaceAll('%%{', '%{')

function stringToken(raw: string, offset: number, isQuoted: boolean): HclToken {
  if (isTemplate(raw)) return { kind: 'template', value: raw, offset }
  const plain = isQuoted
    ? raw.replaceAll(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g, (whole: string, ...groups: unknown[]) => {
        const [short, long, sign] = groups
        if (typeof sign === 'string') return ESCAPES[sign] ?? whole
        const code = Number.parseInt(String(short ?? long), 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
    : raw
  return { kind: 'string', value: plainText(plain), offset }
}

import { afterComments, HclRefusal, scanHcl, type HclToken } from './hcl-scanner.ts'
import { READ_ONLY } from './request-form.ts'

/** The attributes of one resource, or why they are not available, and where. */
export type HclResource = { type: string; name: string } & (
  | { attributes: Record<string, unknown> }
  | { problem: string; offset: number }
)

type Reader = { tokens: HclToken[]; at: number }

/** Arguments that Terraform itself reads, not the provider. */
export const META_ARGUMENTS = new Set(['provider', 'depends_on', 'lifecycle', 'timeouts', 'provisioner', 'connection'])
/** Blocks of which a token has one. */
const SINGLE = new Set(['condition', 'request_ip'])
export const REPEATING = new Set(['count', 'for_each', 'dynamic'])

export const copiesRefusal = (key: string, offset: number): HclRefusal =>
  new HclRefusal(`“${key}” creates copies that only Terraform can count.`, offset)

export const expressionRefusal = (text: string, offset: number): HclRefusal =>
  new HclRefusal(`“${shorten(text)}” contains an expression.`, offset)

/** The head of a block. A script can start with `import {` as well, but has no argument in it. */
const BLOCK =
  /(?:provider|variable|data|module|output|check)[ \t]+"[^\n]*\{|(?:(?:resource|ephemeral)[ \t]+"[\w-]+"[ \t]+"[^"\n]+"|terraform|locals|moved|removed|import(?=[ \t]*\{(?:\s|(?:#|\/\/)[^\n]*\n|\/\*(?:[^*]|\*(?!\/)){0,2000}\*\/)*\w+[ \t]*=))[ \t]*\{/

/** Whether a text is a Terraform configuration: a line starts with one of its blocks. */
export const isHcl = (text: string): boolean => new RegExp(`^[ \\t]*(?:${BLOCK.source})`, 'm').test(text)

/** Whether it is one from its start, so that anything else is inside it. */
export const startsAsHcl = (text: string): boolean => new RegExp(`^(?:${BLOCK.source})`).test(afterComments(text))

/**
 * The resources of these types in a Terraform configuration, if their values are literal: strings, numbers, lists,
 * objects, blocks and `jsonencode`. Computed values are refused by name.
 */
export function readHclResources(text: string, types: string[]): HclResource[] {
  const reader: Reader = { tokens: scanHcl(text), at: 0 }
  const resources: HclResource[] = []
  while (peek(reader).kind !== 'end') {
    const { tokens, at } = reader
    const [keyword, type, name, open] = tokens.slice(at, at + 4)
    const isWanted =
      keyword?.value === 'resource' && type?.kind === 'string' && types.includes(type.value) && open?.value === '{'
    if (!isWanted || !name) {
      if (peek(reader).value === '{') skipBraces(reader)
      else reader.at += 1
      continue
    }
    const end = endOfBraces(tokens, at + 3)
    reader.at = at + 4
    resources.push({ type: type.value, name: name.value, ...attributesOrProblem(reader) })
    reader.at = end
  }
  return resources
}

/** The value of a literal expression. */
export function readExpression(text: string): unknown {
  const reader: Reader = { tokens: scanHcl(text), at: 0 }
  const value = readValue(reader)
  if (peek(reader).kind !== 'end') throw computed(peek(reader))
  return value
}

function attributesOrProblem(
  reader: Reader,
): { attributes: Record<string, unknown> } | { problem: string; offset: number } {
  try {
    return { attributes: readBody(reader) }
  } catch (error) {
    if (error instanceof HclRefusal) return { problem: error.message, offset: error.offset }
    throw error
  }
}

const peek = ({ tokens, at }: Reader): HclToken => tokens[at] ?? { kind: 'end', value: '', offset: 0 }

function next(reader: Reader): HclToken {
  const token = peek(reader)
  reader.at += 1
  return token
}

function expect(reader: Reader, value: string) {
  const token = next(reader)
  if (token.kind !== 'sign' || token.value !== value) throw new HclRefusal(`Expected ${value}`, token.offset)
}

function skipLines(reader: Reader) {
  while (peek(reader).kind === 'line') reader.at += 1
}

/** Attributes and blocks up to the closing brace. A block is a list of one or more objects, as in Terraform's JSON. */
function readBody(reader: Reader): Record<string, unknown> {
  const entries = new Map<string, unknown>()
  for (;;) {
    skipLines(reader)
    const token = next(reader)
    if (token.kind === 'sign' && token.value === '}') return Object.fromEntries(entries)
    if (token.kind !== 'name') throw new HclRefusal('Expected the name of an argument.', token.offset)
    const key = token.value
    if (REPEATING.has(key)) throw copiesRefusal(key, token.offset)
    if (META_ARGUMENTS.has(key)) skipArgument(reader)
    else if (peek(reader).value === '=' && peek(reader).kind === 'sign') {
      if (entries.has(key)) throw new HclRefusal(`“${key}” is set twice.`, token.offset)
      reader.at += 1
      if (READ_ONLY.includes(key) && peek(reader).value === '(') skipArgument(reader)
      else entries.set(key, readValue(reader))
      endArgument(reader)
    } else {
      while (peek(reader).kind === 'string' || peek(reader).kind === 'name') reader.at += 1
      expect(reader, '{')
      const blocks = entries.get(key)
      if (blocks !== undefined && SINGLE.has(key)) throw new HclRefusal(`“${key}” is set twice.`, token.offset)
      if (Array.isArray(blocks)) blocks.push(readBody(reader))
      else entries.set(key, [readBody(reader)])
    }
  }
}

function endArgument(reader: Reader) {
  const token = peek(reader)
  if (token.kind === 'line' || token.kind === 'end' || (token.kind === 'sign' && token.value === '}')) return
  throw computed(token)
}

function skipArgument(reader: Reader) {
  for (let token = peek(reader); token.kind !== 'line' && token.kind !== 'end'; token = peek(reader)) {
    if (token.kind === 'sign' && token.value === '}') return
    if (token.kind === 'sign' && /[{[(]/.test(token.value)) skipBraces(reader)
    else reader.at += 1
  }
}

const LITERALS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function readValue(reader: Reader): unknown {
  const token = next(reader)
  if (token.kind === 'string') return token.value
  if (token.kind === 'number') return Number(token.value)
  if (token.kind === 'template') throw expressionRefusal(token.value, token.offset)
  if (token.kind === 'sign' && token.value === '[') return readList(reader)
  if (token.kind === 'sign' && token.value === '{') return readObject(reader)
  if (token.kind === 'sign' && token.value === '-' && peek(reader).kind === 'number') return -Number(next(reader).value)
  if (token.kind === 'sign' && token.value === '(') throw hiddenRefusal(reader, token)
  if (token.kind !== 'name') throw computed(token)
  if (token.value === 'jsonencode' && peek(reader).value === '(') return readJsonEncode(reader)
  if (LITERALS.has(token.value) && !/^[.[(]$/.test(peek(reader).value)) return LITERALS.get(token.value)
  throw nameProblem(reader, token)
}

/** `terraform show` writes `(sensitive value)` and `(known after apply)` in place of some values. */
function hiddenRefusal({ tokens, at }: Reader, open: HclToken): HclRefusal {
  const isHidden = tokens[at]?.kind === 'name' && tokens[at + 1]?.kind === 'name'
  return isHidden ? new HclRefusal('Terraform hides this value, or doesn’t know it yet.', open.offset) : computed(open)
}

function readJsonEncode(reader: Reader): string {
  expect(reader, '(')
  skipLines(reader)
  const value = readValue(reader)
  skipLines(reader)
  expect(reader, ')')
  return JSON.stringify(value)
}

function readList(reader: Reader): unknown[] {
  const list: unknown[] = []
  for (;;) {
    skipLines(reader)
    const { kind, value, offset } = peek(reader)
    if (kind === 'sign' && value === ']') break
    if (value === 'for' && kind === 'name') throw new HclRefusal('A “for” expression is computed by Terraform.', offset)
    list.push(readValue(reader))
    skipLines(reader)
    if (peek(reader).value === ',') reader.at += 1
    else if (peek(reader).value !== ']') throw computed(peek(reader))
  }
  reader.at += 1
  return list
}

function readObject(reader: Reader): Record<string, unknown> {
  const entries = new Map<string, unknown>()
  for (;;) {
    skipLines(reader)
    const token = next(reader)
    if (token.kind === 'sign' && token.value === '}') return Object.fromEntries(entries)
    const isFor = token.kind === 'name' && token.value === 'for' && peek(reader).kind === 'name'
    if (isFor) throw new HclRefusal('A “for” expression is computed by Terraform.', token.offset)
    const key = token.value === '(' && token.kind === 'sign' ? readKeyInBrackets(reader) : keyOf(token)
    const sign = next(reader)
    if (sign.kind !== 'sign' || !/^[=:]$/.test(sign.value)) throw computed(sign)
    if (entries.has(key)) throw new HclRefusal(`“${key}” is set twice.`, token.offset)
    entries.set(key, readValue(reader))
    if (peek(reader).value === ',') reader.at += 1
    else if (peek(reader).kind !== 'line' && peek(reader).value !== '}') throw computed(peek(reader))
  }
}

function readKeyInBrackets(reader: Reader): string {
  const key = readValue(reader)
  expect(reader, ')')
  return String(key)
}

function keyOf(token: HclToken): string {
  if (token.kind === 'string' || token.kind === 'name' || token.kind === 'number') return token.value
  throw token.kind === 'template' ? expressionRefusal(token.value, token.offset) : computed(token)
}

function nameProblem(reader: Reader, token: HclToken): HclRefusal {
  const after = peek(reader)
  if (after.value === '(')
    return new HclRefusal(`The function “${token.value}” is computed by Terraform.`, token.offset)
  const part = after.value === '.' ? reader.tokens[reader.at + 1]?.value : undefined
  const path = part ? `${token.value}.${part}` : token.value
  return new HclRefusal(`“${path}” is a reference that only Terraform can resolve.`, token.offset)
}

const computed = ({ kind, value, offset }: HclToken): HclRefusal =>
  new HclRefusal(kind === 'end' ? 'The block isn’t closed.' : `Unexpected “${shorten(value.trim() || '↵')}”.`, offset)

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

function skipBraces(reader: Reader) {
  reader.at = endOfBraces(reader.tokens, reader.at)
}

/** The position after the matching closing bracket. */
function endOfBraces(tokens: HclToken[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    const { kind, value } = tokens[at] ?? { kind: 'end', value: '' }
    if (kind !== 'sign') continue
    if (/^[{[(]$/.test(value)) depth += 1
    else if (/^[}\])]$/.test(value)) depth -= 1
    if (depth === 0) return at + 1
  }
  return tokens.length - 1
}

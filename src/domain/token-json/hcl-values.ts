import { HclRefusal, scanHcl, type HclToken } from './hcl-scanner.ts'

/** Pieces of HCL, and the position of the next one. */
export type Reader = { tokens: HclToken[]; at: number }

export const expressionRefusal = (text: string, offset: number): HclRefusal =>
  new HclRefusal(`“${shorten(text)}” contains an expression.`, offset)

/** The value of a literal expression. */
export function readExpression(text: string): unknown {
  const reader: Reader = { tokens: scanHcl(text), at: 0 }
  const value = readValue(reader)
  if (peek(reader).kind !== 'end') throw computed(peek(reader))
  return value
}

export const peek = ({ tokens, at }: Reader): HclToken => tokens[at] ?? { kind: 'end', value: '', offset: 0 }

export function next(reader: Reader): HclToken {
  const token = peek(reader)
  reader.at += 1
  return token
}

export function expect(reader: Reader, value: string) {
  const token = next(reader)
  if (token.kind !== 'sign' || token.value !== value) throw new HclRefusal(`Expected ${value}`, token.offset)
}

export function skipLines(reader: Reader) {
  while (peek(reader).kind === 'line') reader.at += 1
}

const LITERALS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

export function readValue(reader: Reader): unknown {
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

export const computed = ({ kind, value, offset }: HclToken): HclRefusal =>
  new HclRefusal(kind === 'end' ? 'The block isn’t closed.' : `Unexpected “${shorten(value.trim() || '↵')}”.`, offset)

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

export function skipBraces(reader: Reader) {
  reader.at = endOfBraces(reader.tokens, reader.at)
}

/** The position after the matching closing bracket. */
export function endOfBraces(tokens: HclToken[], open: number): number {
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

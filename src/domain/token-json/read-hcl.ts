import { afterComments, HclRefusal, scanHcl, type HclToken } from './hcl-scanner.ts'
import {
  computed,
  endOfBraces,
  expect,
  next,
  peek,
  readValue,
  skipBraces,
  skipLines,
  type Reader,
} from './hcl-values.ts'
import { READ_ONLY } from './request-form.ts'

/** The attributes of one resource with what is left out of them, or why they are not available, and where. */
export type HclResource = { type: string; name: string } & (
  | { attributes: Record<string, unknown>; leftOut: LeftOut[] }
  | { problem: string; offset: number }
)

type LeftOut = { key: string; problem: string; offset: number }

/**
 * Arguments that are left out where they have no literal value, because they make no token. Any other may be a misspelt
 * one, such as `conditions`, and without it the token could lack a limit.
 */
export const ASIDE = new Set([...READ_ONLY, ...'comment description labels metadata notes owner tags'.split(' ')])

/** Arguments that Terraform itself reads, not the provider. */
export const META_ARGUMENTS = new Set(['provider', 'depends_on', 'lifecycle', 'timeouts', 'provisioner', 'connection'])
/** Blocks of which a token has one. */
const SINGLE = new Set(['condition', 'request_ip'])
export const REPEATING = new Set(['count', 'for_each', 'dynamic'])

export const copiesRefusal = (key: string, offset: number): HclRefusal =>
  new HclRefusal(`“${key}” creates copies that only Terraform can count.`, offset)

/** The head of a block. A script can start with `import {` as well, but has no argument in it. */
const BLOCK =
  /(?:provider|variable|data|module|output|check)[ \t]+"[^\n]*\{|(?:(?:resource|ephemeral)[ \t]+(?:"[\w-]+"|cloudflare_\w+)[ \t]+(?:"[^"\n]+"|[\w-]+)|terraform|locals|moved|removed|import(?=[ \t]*\{(?:\s|(?:#|\/\/)[^\n]*\n|\/\*(?:[^*]|\*(?!\/)){0,2000}\*\/)*\w+[ \t]*=))[ \t]*\{/

/** Whether a text is a Terraform configuration: a line starts with one of its blocks. */
export const isHcl = (text: string): boolean => new RegExp(`^[ \\t]*(?:${BLOCK.source})`, 'm').test(text)

/** Whether it is one from its start, so that anything else is inside it. */
export const startsAsHcl = (text: string): boolean => new RegExp(`^(?:${BLOCK.source})`).test(afterComments(text))

/**
 * The resources of these types in a Terraform configuration, if their values are literal: strings, numbers, lists,
 * objects, blocks and `jsonencode`. Computed values are refused by name. `data`: the addresses of data sources.
 */
export function readHclResources(text: string, types: string[]): { resources: HclResource[]; data: string[] } {
  const reader: Reader = { tokens: scanHcl(text), at: 0 }
  const resources: HclResource[] = []
  const data: string[] = []
  while (peek(reader).kind !== 'end') {
    const { tokens, at } = reader
    const [keyword, type, name, open] = tokens.slice(at, at + 4)
    const isWanted =
      keyword?.kind === 'name' &&
      /^(?:resource|data)$/.test(keyword.value) &&
      type !== undefined &&
      types.includes(type.value) &&
      open?.value === '{'
    if (!isWanted || !name) {
      if (peek(reader).value === '{') skipBraces(reader)
      else reader.at += 1
      continue
    }
    reader.at = at + 4
    if (keyword.value === 'data') data.push(`data.${type.value}.${name.value}`)
    else resources.push({ type: type.value, name: name.value, ...attributesOrProblem(reader) })
    reader.at = endOfBraces(tokens, at + 3)
  }
  return { resources, data }
}

function attributesOrProblem(
  reader: Reader,
): { attributes: Record<string, unknown>; leftOut: LeftOut[] } | { problem: string; offset: number } {
  const leftOut: LeftOut[] = []
  try {
    return { attributes: readBody(reader, leftOut), leftOut }
  } catch (error) {
    if (error instanceof HclRefusal) return { problem: error.message, offset: error.offset }
    throw error
  }
}

/**
 * Attributes and blocks up to the closing brace. A block is a list of one or more objects, as in Terraform's JSON. With
 * `leftOut`, they are those of a resource, and some may be left out.
 */
function readBody(reader: Reader, leftOut?: LeftOut[]): Record<string, unknown> {
  const entries = new Map<string, unknown>()
  for (;;) {
    skipLines(reader)
    const token = next(reader)
    if (token.kind === 'sign' && token.value === '}') return Object.fromEntries(entries)
    if (token.kind !== 'name') throw new HclRefusal('Expected the name of an argument.', token.offset)
    const start = reader.at
    const key = token.value === 'dynamic' && peek(reader).kind === 'string' ? peek(reader).value : token.value
    try {
      readArgument(reader, entries, token)
    } catch (error) {
      if (!leftOut || !ASIDE.has(key) || !(error instanceof HclRefusal)) throw error
      entries.delete(key)
      reader.at = start
      skipArgument(reader)
      leftOut.push({ key, problem: error.message, offset: error.offset })
    }
  }
}

function readArgument(reader: Reader, entries: Map<string, unknown>, { value: key, offset }: HclToken): void {
  if (REPEATING.has(key)) throw copiesRefusal(key, offset)
  if (META_ARGUMENTS.has(key)) skipArgument(reader)
  else if (peek(reader).value === '=' && peek(reader).kind === 'sign') {
    if (entries.has(key)) throw new HclRefusal(`“${key}” is set twice.`, offset)
    reader.at += 1
    if (READ_ONLY.includes(key) && peek(reader).value === '(') skipArgument(reader)
    else entries.set(key, readValue(reader))
    endArgument(reader)
  } else {
    while (peek(reader).kind === 'string' || peek(reader).kind === 'name') reader.at += 1
    expect(reader, '{')
    const blocks = entries.get(key)
    if (blocks !== undefined && SINGLE.has(key)) throw new HclRefusal(`“${key}” is set twice.`, offset)
    if (Array.isArray(blocks)) blocks.push(readBody(reader))
    else entries.set(key, [readBody(reader)])
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

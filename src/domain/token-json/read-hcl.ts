import { afterComments, HclRefusal, scanHcl } from './hcl-scanner.ts'
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

/** The attributes of one resource, or why they are not available, and where. */
export type HclResource = { type: string; name: string } & (
  | { attributes: Record<string, unknown> }
  | { problem: string; offset: number }
)

/** Arguments that Terraform itself reads, not the provider. */
export const META_ARGUMENTS = new Set(['provider', 'depends_on', 'lifecycle', 'timeouts', 'provisioner', 'connection'])
/** Blocks of which a token has one. */
const SINGLE = new Set(['condition', 'request_ip'])
export const REPEATING = new Set(['count', 'for_each', 'dynamic'])

export const copiesRefusal = (key: string, offset: number): HclRefusal =>
  new HclRefusal(`“${key}” creates copies that only Terraform can count.`, offset)

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

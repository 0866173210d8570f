import { readJsonText } from './json-text.ts'
import { isObject } from './is-object.ts'

/** Where a pasted text comes from, when it is not a request body itself. */
export type TokenSource = 'answer' | 'terraform' | 'curl'

export type TakenOut = { from: TokenSource; body: Record<string, unknown>; leftOut: string[] }

/** What the API says of a token and takes no request for. */
const READ_ONLY = [
  'id',
  'issued_on',
  'modified_on',
  'last_used_on',
  'value',
  'account_id',
  'creator_email',
  'creator_email_at_creation',
  'provisioner_type',
  'provisioner_id',
]

/**
 * The request body inside an answer of the API, Terraform's JSON (a plan, a state, or
 * a `.tf.json` file) or a `curl` command; `null` for a text that is none of these.
 */
export function takeOutToken(text: string): TakenOut | null {
  const data = dataOfCurl(text)
  if (data !== null) {
    const read = readJsonText(data)
    return read.ok && isObject(read.value) ? { from: 'curl', ...withoutReadOnly(read.value) } : null
  }
  const read = readJsonText(text)
  if (!read.ok) return null
  const terraform = findTerraform(read.value)
  if (terraform) return { from: 'terraform', ...withoutReadOnly(fromTerraform(terraform)) }
  const token = tokenInAnswer(read.value)
  return token && { from: 'answer', ...withoutReadOnly(token) }
}

/** A token as an answer has it, as a request takes it. */
export function withoutReadOnly(token: Record<string, unknown>): { body: Record<string, unknown>; leftOut: string[] } {
  const leftOut = READ_ONLY.filter((key) => key in token)
  const body = Object.fromEntries(Object.entries(token).filter(([key]) => !READ_ONLY.includes(key)))
  return { body: Array.isArray(body['policies']) ? { ...body, policies: body['policies'].map(asSent) } : body, leftOut }
}

/** A create refuses policy ids, and group names are the API's to give. */
function asSent(policy: unknown): unknown {
  if (!isObject(policy)) return policy
  const { id: _, ...kept } = policy
  const groups = kept['permission_groups']
  if (!Array.isArray(groups)) return kept
  return {
    ...kept,
    permission_groups: groups.map((group: unknown) => {
      if (!isObject(group)) return group
      const { name: __, ...rest } = group
      return rest
    }),
  }
}

/** An envelope, the first token of a list's, or a token with fields that only answers have. */
function tokenInAnswer(value: unknown): Record<string, unknown> | null {
  if (!isObject(value)) return null
  const { result } = value
  if (Array.isArray(result)) return result.find(isObject) ?? null
  if (isObject(result)) return result
  return 'policies' in value && READ_ONLY.some((key) => key in value) ? value : null
}

const RESOURCE = 'cloudflare_account_token'

/** The attributes of the first account token, wherever Terraform puts it. */
function findTerraform(value: unknown): Record<string, unknown> | null {
  if (Array.isArray(value)) return firstOf(value)
  if (!isObject(value)) return null
  if (value['type'] === RESOURCE) {
    const { values, change, instances } = value
    if (isObject(values)) return values
    if (isObject(change) && isObject(change['after'])) return change['after']
    if (Array.isArray(instances))
      return (
        instances
          .filter(isObject)
          .map((one) => one['attributes'])
          .find(isObject) ?? null
      )
  }
  const named = value[RESOURCE]
  // `resource.cloudflare_account_token.<name>`, in a list or not.
  if (isObject(named)) return Object.values(named).flat().find(isObject) ?? null
  return firstOf(Object.values(value))
}

function firstOf(values: unknown[]): Record<string, unknown> | null {
  for (const inner of values) {
    const found = findTerraform(inner)
    if (found) return found
  }
  return null
}

/** Provider 5 writes `resources` as JSON text, and unset attributes as null. */
function fromTerraform(attributes: Record<string, unknown>): Record<string, unknown> {
  const set = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null))
  const { policies } = set
  if (!Array.isArray(policies)) return set
  return {
    ...set,
    policies: policies.map((policy: unknown) => {
      if (!isObject(policy) || typeof policy['resources'] !== 'string') return policy
      const read = readJsonText(policy['resources'])
      return read.ok ? { ...policy, resources: read.value } : policy
    }),
  }
}

const CURL_DATA = /(?:^|\s)(?:-d|--data|--data-raw|--data-binary|--json)(?:\s+|=)(\$?)(['"])/

/** The text after `-d`, its shell quotes undone; `null` for what is no curl command. */
function dataOfCurl(text: string): string | null {
  if (!/^\s*\$?\s*curl\s/.test(text)) return null
  const match = CURL_DATA.exec(text)
  if (!match) return null
  const start = match.index + match[0].length
  return match[2] === '"' ? untilDoubleQuote(text, start) : untilSingleQuote(text, start)
}

/** Inside single quotes all is literal; `'\''` is how one is written there. */
function untilSingleQuote(text: string, start: number): string {
  const end = /'(?!\\''|"'"')/
  let rest = text
    .slice(start)
    .replaceAll(String.raw`'\''`, '\u0000')
    .replaceAll(`'"'"'`, '\u0000')
  const close = end.exec(rest)
  if (close) rest = rest.slice(0, close.index)
  return rest.replaceAll('\u0000', "'")
}

function untilDoubleQuote(text: string, start: number): string {
  const inside = /^(?:[^"\\]|\\[\s\S])*/.exec(text.slice(start))?.[0] ?? ''
  return inside.replaceAll(/\\(["\\$`])/g, '$1').replaceAll('\\\n', '')
}

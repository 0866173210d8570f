import { isObject } from './is-object.ts'
import { readJsonText } from './json-text.ts'
import { readTokenBody } from './read-token-body.ts'
import { takeOutToken, withoutReadOnly } from './take-out-token.ts'

/** A token somebody brings along, as the body of a request. */
type BroughtToken = { name: string; body: Record<string, unknown> }

export type BroughtTokens = {
  tokens: BroughtToken[]
  /** The account they come from, where the text says so. */
  accountId: string | null
}

/** The tokens in a text: the app's own export, an answer of the API, Terraform's JSON, a curl command, or a body. */
export function readExport(text: string): BroughtTokens | { problem: string } {
  // An export of a whole account is larger than what the JSON tab reads with every place in it.
  const value = parseJson(text)
  const accountId = accountIn(value)
  const list = listIn(value)
  if (list) {
    const tokens = list.map((wire) => toBrought(withoutReadOnly(wire).body))
    return tokens.length > 0 ? { tokens, accountId } : { problem: 'There is no token in it.' }
  }
  const one = takeOutToken(text)
  if (one) return { tokens: [toBrought(one.body)], accountId }
  if (isObject(value) && 'policies' in value && readTokenBody(text).ok)
    return { tokens: [toBrought(value)], accountId: null }
  const read = readJsonText(text)
  if (!read.ok) return { problem: `Line ${read.problem.line}, column ${read.problem.column}: ${read.problem.message}` }
  return { problem: 'This is JSON, but no token: a token has a name and policies.' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listIn(value: unknown): Record<string, unknown>[] | null {
  const list = Array.isArray(value) ? value : isObject(value) ? (value['tokens'] ?? value['result']) : null
  if (!Array.isArray(list)) return null
  return list.filter((one): one is Record<string, unknown> => isObject(one) && 'policies' in one)
}

function toBrought(body: Record<string, unknown>): BroughtToken {
  return { name: typeof body['name'] === 'string' && body['name'] ? body['name'] : 'Without a name', body }
}

const ID = /^[0-9a-f]{32}$/

function accountIn(value: unknown): string | null {
  const id = isObject(value) ? value['account_id'] : null
  return typeof id === 'string' && ID.test(id) ? id : null
}

/** The same body for another account: the keys of its resources name the account it is for. */
export function forAccount(body: Record<string, unknown>, from: string, to: string): Record<string, unknown> {
  if (!ID.test(from) || !ID.test(to)) return body
  // An id of 32 hex digits stands for the account wherever it stands.
  return JSON.parse(JSON.stringify(body).replaceAll(from, to)) as Record<string, unknown>
}

import { readWholeCatalogue } from '#domain/permission-groups/read-groups.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { accountInKeys, ACCOUNT_ID } from '#domain/token-json/token-account.ts'
import { otherKind } from '#domain/token-json/read-answer.ts'
import { repeatedKey } from '#domain/token-json/repeated-key.ts'
import { laterOf } from '#domain/inventory/inventory.ts'
import { isObject } from '#domain/text/is-object.ts'
import { count } from '#domain/text/plural.ts'
import { readToken } from '#domain/token/read-token.ts'
import { safeText } from '#domain/token/safe-text.ts'
import type { Token } from '#domain/token/token.ts'
import type { Source } from './source.ts'
import { UsageError } from './usage.ts'

/** A part of a file with tokens; `isPart`: nothing says that these are all. */
type Part = { items: unknown[]; accountId: string | null; total: number | null; isPart: boolean }

/**
 * The tokens of a file: the export of the app, an answer of the API, a token, or a list of all these, such as `jq -s`
 * makes. `account` is needed where the file does not name one.
 */
export function readTokens(
  text: string,
  account: string | null,
): Pick<Source, 'accountId' | 'tokens' | 'isComplete' | 'totalCount' | 'notes'> {
  const all = partsOf(parseJson(text, OF_EXPORTS))
  const named = namedAccount(all, account)
  const isOthers = ({ accountId }: Part) => accountId !== null && accountId !== named
  const parts = all.filter((part) => !isOthers(part))
  const others = all.filter(isOthers).flatMap((part) => part.items)
  const items = parts.flatMap((part) => part.items)
  const read = items.flatMap((item) => (kindOf(item) === null ? (readToken(item) ?? []) : []))
  const tokens = eachOnce(read)
  const refusals = items.filter(isRefusal).length
  const unreadable = items.length - read.length - refusals
  if (tokens.length === 0 && items.length > 0) throw new UsageError(`The file has no tokens: ${whyNone(items)}.`)
  const totals = parts.flatMap(({ total }) => total ?? [])
  const total = totals.length > 0 ? Math.max(...totals) : null
  const isPart = total === null && parts.some((part) => part.isPart)
  const missing = Math.max(0, (total ?? 0) - tokens.length)
  // Answers of two accounts, or of different times.
  const isOver = total !== null && tokens.length > total
  return {
    accountId: named ?? accountByKeys(tokens),
    tokens,
    isComplete: refusals === 0 && unreadable === 0 && missing === 0 && !isOver && !isPart,
    totalCount: isOver || isPart ? null : (total ?? (refusals > 0 ? null : tokens.length + unreadable)),
    notes: [
      ...(others.length > 0 ? [`Left out: ${count(others.length, 'token')} of other accounts.`] : []),
      ...(refusals > 0 ? [`The file has ${count(refusals, 'refusal')} of the API.`] : []),
      ...(unreadable > 0 ? [`${count(unreadable, 'item')} of the file can’t be read as a token.`] : []),
      ...(isPart ? ['The file does not say how many tokens the account has.'] : []),
      ...(isOver ? [`The file has ${count(tokens.length, 'token')}, more than the answers in it count.`] : []),
      ...(missing > 0 ? [`The file has ${count(tokens.length, 'token')} of ${count(total ?? 0, 'token')}.`] : []),
    ],
  }
}

/** Of a token that occurs twice the version that was changed later, or else the later one of the file. */
function eachOnce(tokens: readonly Token[]): Token[] {
  const known = new Map<string, Token>()
  for (const token of tokens) known.set(token.id, laterOf(token, known.get(token.id)))
  return [...known.values()]
}

/** What an item is instead of a token; `null` where nothing tells. */
function kindOf(item: unknown): string | null {
  if (isRefusal(item)) return 'a refusal of the API'
  return isObject(item) ? otherKind(item) : null
}

const isRefusal = (item: unknown) => isObject(item) && item['success'] === false

function whyNone([first]: unknown[]): string {
  const kind = kindOf(first)
  return kind === null ? 'none has an ID' : `the first item is ${kind}`
}

/** The permission groups of a file: the answer of the API, or its list. */
export function readCatalogueFile(text: string): PermissionGroup[] {
  const value = parseJson(text)
  const list = isObject(value) ? value['result'] : value
  const items: unknown[] = Array.isArray(list) ? list : []
  // Tokens, zones and others have an ID and a name, too.
  const groups = items.some((item) => isObject(item) && 'scopes' in item) ? readWholeCatalogue(items) : null
  if (!groups) throw new UsageError('The file of --catalogue has no permission groups.')
  return groups
}

/** The app's other exports, such as CSV, are no JSON. */
const OF_EXPORTS = ' Of the exports of Token Desk, only JSON can be judged.'

/** `hint` follows the reason when the text is no JSON. */
export function parseJson(text: string, hint = ''): unknown {
  const value = parsed(text, hint)
  const key = repeatedKey(text)
  if (key !== null) throw new UsageError(`The file sets “${safeText(key)}” twice in one object.`)
  return value
}

function parsed(text: string, hint: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The message of the parser can quote the file, and so a secret.
    throw new UsageError(`The file is not JSON, or not all of it.${hint}`)
  }
}

/** A list of lists counts as one. */
const partsOf = (value: unknown): Part[] =>
  Array.isArray(value) ? (value as unknown[]).flat().map((entry) => partOf(entry, false)) : [partOf(value, true)]

/** A token `isAlone` when no list says that there are no others. */
function partOf(entry: unknown, isAlone: boolean): Part {
  if (!isObject(entry) || isRefusal(entry) || !hasTokens(entry))
    return { items: [entry], accountId: null, total: null, isPart: isAlone }
  const { tokens, result, result_info: info, account_id: accountId } = entry
  const inside = isObject(result) && Array.isArray(result['tokens']) ? result['tokens'] : result
  const list: unknown[] = Array.isArray(tokens) ? tokens : Array.isArray(inside) ? inside : [inside]
  const said = isObject(info) && Array.isArray(result) ? info['total_count'] : undefined
  const total = typeof said === 'number' && Number.isInteger(said) && said >= list.length ? said : null
  return {
    items: list,
    accountId: typeof accountId === 'string' ? accountId.toLowerCase() : null,
    total,
    isPart: !Array.isArray(tokens) && total === null,
  }
}

/** An export or an answer; a token has policies. */
const hasTokens = (entry: Record<string, unknown>) =>
  !('policies' in entry) && (Array.isArray(entry['tokens']) || 'result' in entry || 'success' in entry)

/** The account of the options, or the only one that the file names; `null` when neither does. */
function namedAccount(parts: readonly Part[], account: string | null): string | null {
  const named = [...new Set(parts.flatMap(({ accountId }) => accountId ?? []))]
  const [first = null] = named
  const names = named.map(safeText).join(', ')
  if (account === null && named.length > 1)
    throw new UsageError(`The file has tokens of several accounts: ${names}. Use --account to choose one.`)
  if (account !== null && first !== null && !named.includes(account))
    throw new UsageError(
      `The file is of the account${named.length > 1 ? 's' : ''} ${names}, not of the one of --account.`,
    )
  if (account === null && first !== null && !ACCOUNT_ID.test(first)) throw new UsageError(WHOSE)
  return account ?? first
}

/** The account that the policies name, if it is one. */
function accountByKeys(tokens: readonly Token[]): string {
  const named = new Set(tokens.flatMap(({ wire }) => accountInKeys(wire as Record<string, unknown>) ?? []))
  const [only] = named.size === 1 ? named : []
  if (only === undefined || !ACCOUNT_ID.test(only)) throw new UsageError(WHOSE)
  return only.toLowerCase()
}

const WHOSE = 'The file does not say whose tokens these are. Use --account with the ID of the account.'

import { readWholeCatalogue } from '#domain/permission-groups/read-groups.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { accountInKeys, ACCOUNT_ID } from '#domain/token-json/token-account.ts'
import { otherKind } from '#domain/token-json/read-answer.ts'
import { isObject } from '#domain/text/is-object.ts'
import { count } from '#domain/text/plural.ts'
import { readToken } from '#domain/token/read-token.ts'
import type { Token } from '#domain/token/token.ts'
import type { Source } from './source.ts'
import { UsageError } from './usage.ts'

/** `isPart`: nothing says that these are all tokens. */
type Parts = { items: unknown[]; accountId: string | null; total: number | null; isPart: boolean }

/**
 * The tokens of a file: the export of the app, an answer of the API, several answers in a list, or a list of tokens.
 * `account` is needed where the file does not name one.
 */
export function readTokens(
  text: string,
  account: string | null,
): Pick<Source, 'accountId' | 'tokens' | 'isComplete' | 'totalCount' | 'notes'> {
  const { items, accountId, total, isPart } = partsOf(parseJson(text))
  const read = items.map((item) => (kindOf(item) === null ? readToken(item) : null))
  const tokens = [...new Map(read.flatMap((token): [string, Token][] => (token ? [[token.id, token]] : []))).values()]
  const unreadable = read.filter((token) => token === null).length
  if (tokens.length === 0 && unreadable > 0) throw new UsageError(`The file has no tokens: ${whyNone(items)}.`)
  const missing = Math.max(0, (total ?? 0) - tokens.length)
  return {
    accountId: whoseOf(tokens, account, accountId),
    tokens,
    isComplete: unreadable === 0 && missing === 0 && !isPart,
    totalCount: total ?? (isPart ? null : items.length),
    notes: [
      ...(unreadable > 0 ? [`${count(unreadable, 'item')} of the file can’t be read as a token.`] : []),
      ...(isPart ? ['The file does not say how many tokens the account has.'] : []),
      ...(missing > 0 ? [`The file has ${count(tokens.length, 'token')} of ${count(total ?? 0, 'token')}.`] : []),
    ],
  }
}

const kindOf = (item: unknown) => (isObject(item) ? otherKind(item) : null)

function whyNone([first]: unknown[]): string {
  const kind = kindOf(first)
  return kind === null ? 'none has an ID' : `the first item is ${kind}`
}

/** The permission groups of a file: the answer of the API, or its list. */
export function readCatalogueFile(text: string): PermissionGroup[] {
  const value = parseJson(text)
  const list = isObject(value) ? value['result'] : value
  const groups = Array.isArray(list) ? readWholeCatalogue(list as unknown[]) : null
  if (!groups) throw new UsageError('The file of --catalogue has no permission groups.')
  return groups
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The message of the parser can quote the file, and so a secret.
    throw new UsageError('The file is not JSON, or not all of it.')
  }
}

function partsOf(value: unknown): Parts {
  if (Array.isArray(value)) {
    const answers = (value as unknown[]).filter(isAnswer)
    if (answers.length === 0) return { items: value as unknown[], accountId: null, total: null, isPart: false }
    const parts = answers.map(partsOf)
    const totals = parts.flatMap(({ total }) => total ?? [])
    return {
      items: parts.flatMap(({ items }) => items),
      accountId: parts.find(({ accountId }) => accountId !== null)?.accountId ?? null,
      total: totals.length > 0 ? Math.max(...totals) : null,
      isPart: totals.length === 0 && parts.some(({ isPart }) => isPart),
    }
  }
  if (!isObject(value)) throw new UsageError('The file has no tokens.')
  const { tokens, result, result_info: info, account_id: accountId, success } = value
  if (success === false) throw new UsageError('The file is a refusal of the API, not an answer with tokens.')
  const list = Array.isArray(tokens) ? tokens : Array.isArray(result) ? result : isObject(result) ? [result] : null
  if (!list) throw new UsageError('The file has no tokens.')
  const said = isObject(info) ? info['total_count'] : undefined
  const total = typeof said === 'number' && Array.isArray(result) ? said : null
  return {
    items: list as unknown[],
    accountId: typeof accountId === 'string' ? accountId : null,
    total,
    isPart: !Array.isArray(tokens) && total === null,
  }
}

const isAnswer = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && (Array.isArray(value['result']) || Array.isArray(value['tokens']))

function whoseOf(tokens: readonly Token[], account: string | null, said: string | null): string {
  if (account !== null && said !== null && account !== said.toLowerCase())
    throw new UsageError(`The file is of the account ${said}, not of the one of --account.`)
  const named = new Set(tokens.flatMap(({ wire }) => accountInKeys(wire as Record<string, unknown>) ?? []))
  const [only] = named.size === 1 ? named : []
  const found = account ?? said ?? only
  if (found === undefined || !ACCOUNT_ID.test(found))
    throw new UsageError('The file does not say whose tokens these are. Use --account with the ID of the account.')
  return found.toLowerCase()
}

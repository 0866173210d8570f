type Visit = {
  account: string
  /** The path of the account's tokens in the API. */
  tokens: string
  /** The token's ID in the address, where it has one. */
  id: string
  search: URLSearchParams
}

/** Pages below `/accounts/<id>`, and what the loader of each asks the API for. */
const PAGES: [RegExp, (visit: Visit) => string[]][] = [
  [/^\/?$/, ({ account, tokens }) => [allTokens(account), `${tokens}/permission_groups`]],
  [/^\/tokens$/, (visit) => [listRequest(visit)]],
  [/^\/tokens\/new$/, ({ tokens, search }) => [`${tokens}/permission_groups`, ...copiedToken(tokens, search)]],
  [/^\/tokens\/([0-9a-f]{32})$/, ({ tokens, id }) => [`${tokens}/${id}`]],
  [/^\/tokens\/([0-9a-f]{32})\/edit$/, ({ tokens, id }) => [`${tokens}/permission_groups`, `${tokens}/${id}`]],
  [/^\/permissions$/, ({ tokens }) => [`${tokens}/permission_groups`]],
]

/**
 * The requests that the page at an address begins with, as paths. The inline script of index.html sends them while
 * the app's code is still loading, so it shares no code with the app but constants: a library would
 * weigh more than the rest. `first-requests.test.ts` holds it to what the app's queries send.
 */
export function firstRequests(pathname: string, search: string): string[] {
  const [, account, path = ''] = /^\/accounts\/([0-9a-f]{32})(\/.*)?$/.exec(pathname) ?? []
  if (!account) return []
  for (const [pattern, requestsOf] of PAGES) {
    const match = pattern.exec(path)
    if (!match) continue
    const visit = {
      account,
      tokens: `/api/v4/accounts/${account}/tokens`,
      id: match[1] ?? '',
      search: new URLSearchParams(search),
    }
    return [...requestsOf(visit), `/api/session?account_id=${account}`]
  }
  return []
}

const allTokens = (account: string) => `/api/tokens?account_id=${account}`

/** What the API itself pages the list by. */
const API_PARAMS = new Set(['page', 'per_page', 'direction', 'include_expired'])

/**
 * The page of the list that the address names. With any other parameter the app filters or sorts by itself, so all
 * pages are read; a parameter that the app does not know, in an address written by hand, costs what is read in five seconds.
 */
function listRequest({ account, tokens, search }: Visit): string {
  const said = Object.fromEntries(search)
  const oneOf = (name: string, values: readonly string[], otherwise: string) =>
    values.find((value) => value === said[name]) ?? otherwise
  const perPage = oneOf('per_page', ['5', '10', '20', '50', 'all'], '20')
  const isWhole =
    perPage === 'all' ||
    Object.entries(said).some(
      ([name, value]) => value !== '' && !API_PARAMS.has(name) && !(name === 'sort' && value === 'issued'),
    )
  if (isWhole) return allTokens(account)
  const query =
    `page=${pageOf(said['page'])}&per_page=${perPage}` +
    `&direction=${oneOf('direction', ['asc', 'desc'], 'desc')}` +
    `&include_expired=${oneOf('include_expired', ['true'], 'false')}`
  return `${tokens}?${query}`
}

function pageOf(text = ''): number {
  const page = /^\d+$/.test(text) ? Number(text) : 1
  return page >= 1 && page <= 100_000 ? page : 1
}

/** A new token can start as a copy (`?from=<id>`). */
function copiedToken(tokens: string, search: URLSearchParams): string[] {
  const from = search.get('from') ?? ''
  return /^[0-9a-f]{32}$/.test(from) ? [`${tokens}/${from}`] : []
}

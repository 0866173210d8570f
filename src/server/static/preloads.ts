/** Built files, by their addresses. */
type PageFiles = { scripts: string[]; styles: string[] }

/**
 * What a page of the app needs beside what every page does, by the name of the page's module, such as
 * `token-list-page`. The build writes it into index.html.
 */
export type Pages = Record<string, PageFiles>

const ACCOUNT = '/accounts/([0-9a-f]{32})'
const TOKEN = '([0-9a-f]{32})'

type Start = {
  page: string
  /** What the page asks the API for first, to the letter as the app asks: a difference would be a second request. */
  calls: (ids: string[], query: URLSearchParams) => string[]
}

const STARTS: [RegExp, Start][] = [
  [
    new RegExp(`^${ACCOUNT}/tokens$`),
    { page: 'token-list-page', calls: ([account = ''], query) => listCalls(account, query) },
  ],
  [new RegExp(`^${ACCOUNT}/tokens/new$`), { page: 'new-token-page', calls: ([account = '']) => [groupsCall(account)] }],
  [
    new RegExp(`^${ACCOUNT}/tokens/${TOKEN}$`),
    { page: 'token-detail-page', calls: ([account = '', token = '']) => [tokenCall(account, token)] },
  ],
  [
    new RegExp(`^${ACCOUNT}/tokens/${TOKEN}/edit$`),
    {
      page: 'edit-token-page',
      calls: ([account = '', token = '']) => [groupsCall(account), tokenCall(account, token)],
    },
  ],
  [new RegExp(`^${ACCOUNT}/permissions$`), { page: 'permissions-page', calls: () => [] }],
]

const api = (account: string) => `/api/v4/accounts/${account}/tokens`
const tokenCall = (account: string, token: string) => `${api(account)}/${token}`
const groupsCall = (account: string) => `${api(account)}/permission_groups`

/** The first page of the list, unless the address asks for what the API cannot do: then the app reads all pages. */
function listCalls(account: string, query: URLSearchParams): string[] {
  const known = new Set(['page', 'per_page', 'direction', 'include_expired'])
  if ([...query.keys()].some((key) => !known.has(key))) return []
  const value = (name: string, allowed: RegExp, fallback: string) => {
    const text = query.get(name)
    return text !== null && allowed.test(text) ? text : fallback
  }
  if (query.get('per_page') === 'all') return []
  const page = value('page', /^[1-9]\d{0,4}$/, '1')
  const perPage = value('per_page', /^(5|10|20|50)$/, '20')
  const direction = value('direction', /^(asc|desc)$/, 'desc')
  const expired = value('include_expired', /^(true|false)$/, 'false')
  return [`${api(account)}?page=${page}&per_page=${perPage}&direction=${direction}&include_expired=${expired}`]
}

type Links = {
  /** For the head, before the code that every page needs: the first requests. */
  calls: string
  /** For the end of the head: the page's own code, which is small and would only queue before the rest. */
  scripts: string
  /** For the end of the body, where styles do not hold up what stands before them. */
  styles: string
}

/**
 * Links that start a page's first requests and fetch its code while the browser still
 * reads the page, instead of one after the other. Empty for an address that needs nothing.
 */
export function preloadLinks(path: string, query: URLSearchParams, pages: Pages): Links {
  for (const [pattern, { page, calls }] of STARTS) {
    const match = pattern.exec(path)
    if (!match) continue
    const ids = match.slice(1)
    const session = `/api/session?account_id=${ids[0] ?? ''}`
    const asked = [...calls(ids, query), session]
    return {
      calls: asked.map((href) => `<link rel="preload" as="fetch" crossorigin href="${escape(href)}">`).join(''),
      ...fileLinks(pages[page] ?? { scripts: [], styles: [] }),
    }
  }
  return { calls: '', scripts: '', styles: '' }
}

/** Links that fetch scripts ahead and take styles in. */
export const fileLinks = ({ scripts, styles }: PageFiles) => ({
  scripts: scripts.map((href) => `<link rel="modulepreload" crossorigin href="${href}">`).join(''),
  styles: styles.map((href) => `<link rel="stylesheet" crossorigin href="${href}">`).join(''),
})

/** The parts come from the patterns above; only the ampersand means something in HTML. */
const escape = (href: string) => href.replaceAll('&', '&amp;')

const MARK = /<!--pages:(.*?)-->/

/** Takes the list of pages out of the built index.html, and leaves a place for the links. */
export function readPages(html: string): { before: string; after: string; pages: Pages } {
  const match = MARK.exec(html)
  // A page that Vite serves while developing has none.
  if (!match?.[1]) return { before: html, after: '', pages: {} }
  // The build has written it.
  const pages = JSON.parse(match[1]) as Pages
  return { before: html.slice(0, match.index), after: html.slice(match.index + match[0].length), pages }
}

/** Built files, by their addresses. */
type PageFiles = { scripts: string[]; styles: string[] }

/**
 * What a page of the app, or a view of it, needs beside what every page does, by the name of its module, such as
 * `token-list-page`. The build writes it into index.html.
 */
export type Pages = Record<string, PageFiles>

const ACCOUNT = '/accounts/([0-9a-f]{32})'
const TOKEN = '([0-9a-f]{32})'

type Start = {
  /** Modules that draw the page. */
  pages: string[]
  /** What the page asks the API for first, to the letter as the app asks: a difference would be a second request. */
  calls: string[]
}

const STARTS: [RegExp, (ids: string[], query: URLSearchParams) => Start][] = [
  [new RegExp(`^${ACCOUNT}/tokens$`), ([account = ''], query) => listStart(account, query)],
  [
    new RegExp(`^${ACCOUNT}/tokens/new$`),
    ([account = '']) => ({ pages: ['new-token-page'], calls: [groupsCall(account)] }),
  ],
  [
    new RegExp(`^${ACCOUNT}/tokens/${TOKEN}$`),
    ([account = '', token = '']) => ({ pages: ['token-detail-page'], calls: [tokenCall(account, token)] }),
  ],
  [
    new RegExp(`^${ACCOUNT}/tokens/${TOKEN}/edit$`),
    ([account = '', token = '']) => ({
      pages: ['edit-token-page'],
      calls: [groupsCall(account), tokenCall(account, token)],
    }),
  ],
  [new RegExp(`^${ACCOUNT}/permissions$`), () => ({ pages: ['permissions-page'], calls: [] })],
]

const api = (account: string) => `/api/v4/accounts/${account}/tokens`
const tokenCall = (account: string, token: string) => `${api(account)}/${token}`
const groupsCall = (account: string) => `${api(account)}/permission_groups`

const listCall = (account: string, page: string, perPage: string, direction: string, expired: string) =>
  `${api(account)}?page=${page}&per_page=${perPage}&direction=${direction}&include_expired=${expired}`

/** What only the app can do, with all tokens; each of them empty is as if it were not there. */
const FILTERS = ['q', 'status', 'expiry', 'used', 'effect', 'group', 'denied', 'resource', 'ip', 'creator']
const SORTED = /^(name|status|permissions|resources|ranges|used|expires|modified)$/

/** The page of the list that the address names, or the first of all pages where the app has to read them all. */
function listStart(account: string, query: URLSearchParams): Start {
  const known = new Set(['page', 'per_page', 'direction', 'include_expired', 'sort', ...FILTERS])
  if ([...query.keys()].some((key) => !known.has(key))) return { pages: ['token-list-page'], calls: [] }
  const value = (name: string, allowed: RegExp, fallback: string) => {
    const text = query.get(name)
    return text !== null && allowed.test(text) ? text : fallback
  }
  const isSorted = SORTED.test(query.get('sort') ?? '')
  if (isSorted || query.get('per_page') === 'all' || FILTERS.some((name) => query.get(name)))
    return { pages: ['token-list-page', 'inventory-view'], calls: [listCall(account, '1', '50', 'desc', 'true')] }
  const page = value('page', /^[1-9]\d{0,4}$/, '1')
  const perPage = value('per_page', /^(5|10|20|50)$/, '20')
  const direction = value('direction', /^(asc|desc)$/, 'desc')
  const expired = value('include_expired', /^(true|false)$/, 'false')
  return { pages: ['token-list-page'], calls: [listCall(account, page, perPage, direction, expired)] }
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
  for (const [pattern, startOf] of STARTS) {
    const match = pattern.exec(path)
    if (!match) continue
    const ids = match.slice(1)
    const start = startOf(ids, query)
    const asked = [...start.calls, `/api/session?account_id=${ids[0] ?? ''}`]
    const files = start.pages.map((name) => pages[name] ?? { scripts: [], styles: [] })
    return {
      calls: asked.map((href) => `<link rel="preload" as="fetch" crossorigin href="${escape(href)}">`).join(''),
      ...fileLinks({
        scripts: files.flatMap(({ scripts }) => scripts),
        styles: files.flatMap(({ styles }) => styles),
      }),
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

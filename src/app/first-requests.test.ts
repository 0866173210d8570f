import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { fakeApi, ORIGIN, refusal } from './api/testing.ts'
import { FACETS } from '#domain/inventory/facet-names.ts'
import { newTokenSearch } from './pages/token-editor/editor-search.ts'
import {
  apiFilter,
  listDefaults,
  listSearch,
  needsInventory,
  PAGE_SIZES,
  SORTS,
} from './pages/token-list/list-search.ts'
import { readInventory } from './queries/inventory-reader.ts'
import { permissionGroupsQuery } from './queries/permission-groups.ts'
import { queryClient } from './queries/query-client.ts'
import { sessionQuery } from './queries/session.ts'
import { tokenListQuery, tokenQuery } from './queries/tokens.ts'
import { firstRequests } from './first-requests.ts'

const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const TOKEN = 'ed17574386854bf78a67040be0a770b0'
const root = `/accounts/${ACCOUNT}`

/** What the app sends when it runs `ask`, in order of the addresses. */
async function sent(ask: () => Promise<unknown>[]): Promise<string[]> {
  queryClient.clear()
  // A refusal, so that nothing is asked for after the first requests.
  const requests = fakeApi(() => refusal(403, 9109))
  await Promise.allSettled([...ask(), queryClient.prefetchQuery(sessionQuery(ACCOUNT))])
  return requests.map(({ url }) => url.href.replace(ORIGIN, '')).toSorted()
}

/** What the list asks for at an address, read by the app's own schema. */
const sentByList = (search: string) =>
  sent(() => {
    const view = v.parse(listSearch, Object.fromEntries(new URLSearchParams(search)))
    return needsInventory(view)
      ? [readInventory(queryClient, ACCOUNT)]
      : [queryClient.prefetchQuery(tokenListQuery(ACCOUNT, apiFilter(view)))]
  })

const early = (path: string, search = '') => firstRequests(root + path, search).toSorted()

describe('the list’s first requests are the app’s', () => {
  test.each([
    '',
    '?page=2&direction=asc',
    '?page=0',
    '?page=007',
    '?page=-1&per_page=7&direction=up&include_expired=maybe',
    '?page=1e3&per_page=020',
    '?page=100000',
    '?page=100001',
    '?include_expired=true',
    '?include_expired=1',
    '?q=',
    '?q=dns+edit&page=3',
    '?page=2&page=3',
    ...PAGE_SIZES.map((size) => `?per_page=${size}`),
    ...SORTS.map((sort) => `?sort=${sort}&direction=asc`),
    ...FACETS.flatMap((facet) => [`?${facet}=x`, `?${facet}=`]),
  ])('at %j', async (search) => {
    expect(early('/tokens', search)).toEqual(await sentByList(search))
  })
})

describe('a page’s first requests are those of its loader', () => {
  const groups = () => queryClient.prefetchQuery(permissionGroupsQuery(ACCOUNT))
  const token = (id: string) => queryClient.prefetchQuery(tokenQuery(ACCOUNT, id))

  test.each(['', '/'])('for the overview at %j', async (path) => {
    expect(early(path)).toEqual(await sent(() => [groups(), readInventory(queryClient, ACCOUNT)]))
  })

  test('for a token', async () => {
    expect(early(`/tokens/${TOKEN}`)).toEqual(await sent(() => [token(TOKEN)]))
  })

  test('for its editor', async () => {
    expect(early(`/tokens/${TOKEN}/edit`, '?tab=json')).toEqual(await sent(() => [groups(), token(TOKEN)]))
  })

  test.each(['', `?from=${TOKEN}`, '?from=x', '?template=dns', `?group=${TOKEN}`])(
    'for a new token %s',
    async (search) => {
      const { from } = v.parse(newTokenSearch, Object.fromEntries(new URLSearchParams(search)))
      expect(early('/tokens/new', search)).toEqual(await sent(() => [groups(), ...(from ? [token(from)] : [])]))
    },
  )

  test('for the permissions', async () => {
    expect(early('/permissions')).toEqual(await sent(() => [groups()]))
  })
})

test('the app takes the answers of its first requests, and sends none of them again', async () => {
  const requests = fakeApi(() => refusal(403, 9109))
  for (const [path, search, ask] of [
    [
      '/tokens',
      '?page=2',
      () => queryClient.prefetchQuery(tokenListQuery(ACCOUNT, apiFilter({ ...listDefaults, page: 2 }))),
    ],
    [
      '',
      '',
      () =>
        Promise.all([queryClient.prefetchQuery(permissionGroupsQuery(ACCOUNT)), readInventory(queryClient, ACCOUNT)]),
    ],
    ['/tokens', '?q=dns', () => readInventory(queryClient, ACCOUNT).catch(() => {})],
    [
      `/tokens/${TOKEN}/edit`,
      '',
      () =>
        Promise.all([
          queryClient.prefetchQuery(permissionGroupsQuery(ACCOUNT)),
          queryClient.prefetchQuery(tokenQuery(ACCOUNT, TOKEN)),
        ]),
    ],
  ] satisfies [string, string, () => Promise<unknown>][]) {
    queryClient.clear()
    const urls = firstRequests(root + path, search).map((url) => ORIGIN + url)
    globalThis.earlyRequests = new Map(
      urls.map((url) => [url, { answer: Promise.resolve(refusal(403, 9109)), abort: () => {} }]),
    )
    await Promise.all([ask(), queryClient.prefetchQuery(sessionQuery(ACCOUNT))])
    expect(globalThis.earlyRequests.size).toBe(0)
  }
  expect(requests).toEqual([])
  globalThis.earlyRequests = undefined
})

test.each([
  '/',
  '/verify',
  '/accounts/x/tokens',
  '/accounts/x',
  `${root}/tokens/"><script>`,
  `${root.toUpperCase()}/tokens`,
])('at %s nothing is asked for early', (path) => {
  expect(firstRequests(path, '')).toEqual([])
})

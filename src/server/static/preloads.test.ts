import { expect, test } from 'vitest'
import { preloadLinks, readPages } from './preloads.ts'

const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const TOKEN = 'ed17574386854bf78a67040be0a770b0'
const pages = {
  'token-list-page': { scripts: ['/assets/list.js'], styles: ['/assets/list.css'] },
  'inventory-view': { scripts: ['/assets/all.js'], styles: ['/assets/all.css'] },
}
const hrefs = (path: string, query = '') =>
  [
    ...Object.values(preloadLinks(path, new URLSearchParams(query), pages))
      .join('')
      .matchAll(/href="([^"]+)"/g),
  ].map(([, href]) => href)

test('the list’s first page, the session and its code are asked for with the page itself', () => {
  expect(hrefs(`/accounts/${ACCOUNT}/tokens`, 'page=2&direction=asc')).toEqual([
    `/api/v4/accounts/${ACCOUNT}/tokens?page=2&amp;per_page=20&amp;direction=asc&amp;include_expired=false`,
    `/api/session?account_id=${ACCOUNT}`,
    '/assets/list.js',
    '/assets/list.css',
  ])
})

test.each(['q=dns', 'status=active', 'sort=name', 'per_page=all', 'page=3&creator=x'])(
  'with %s the app reads all pages: the first of them and the code for that are asked for',
  (query) => {
    expect(hrefs(`/accounts/${ACCOUNT}/tokens`, query)).toEqual([
      `/api/v4/accounts/${ACCOUNT}/tokens?page=1&amp;per_page=50&amp;direction=desc&amp;include_expired=true`,
      `/api/session?account_id=${ACCOUNT}`,
      '/assets/list.js',
      '/assets/all.js',
      '/assets/list.css',
      '/assets/all.css',
    ])
  },
)

test.each(['q=', 'sort=issued', 'sort=luck', 'status=&ip='])('%s filters and sorts nothing', (query) => {
  expect(hrefs(`/accounts/${ACCOUNT}/tokens`, query)[0]).toContain('per_page=20')
})

test('with what the app does not know nothing but the session is asked for', () => {
  expect(hrefs(`/accounts/${ACCOUNT}/tokens`, 'q=dns&colour=red')[0]).toBe(`/api/session?account_id=${ACCOUNT}`)
})

test('a value the app would not take falls back as in the app', () => {
  expect(hrefs(`/accounts/${ACCOUNT}/tokens`, 'page=-1&per_page=7&direction=up&include_expired=maybe')[0]).toBe(
    `/api/v4/accounts/${ACCOUNT}/tokens?page=1&amp;per_page=20&amp;direction=desc&amp;include_expired=false`,
  )
})

test('a token’s page asks for the token, its editor for the catalogue as well', () => {
  expect(hrefs(`/accounts/${ACCOUNT}/tokens/${TOKEN}`)[0]).toBe(`/api/v4/accounts/${ACCOUNT}/tokens/${TOKEN}`)
  expect(hrefs(`/accounts/${ACCOUNT}/tokens/${TOKEN}/edit`).slice(0, 2)).toEqual([
    `/api/v4/accounts/${ACCOUNT}/tokens/permission_groups`,
    `/api/v4/accounts/${ACCOUNT}/tokens/${TOKEN}`,
  ])
})

test.each(['/', '/verify', '/accounts/x/tokens', `/accounts/${ACCOUNT}/tokens/"><script>`])(
  'for %s nothing is asked for',
  (path) => {
    expect(hrefs(path)).toEqual([])
  },
)

test('the list of pages is taken out of the page', () => {
  const { before, after, pages: read } = readPages(`<head><!--pages:${JSON.stringify(pages)}--></head>`)
  expect(before + after).toBe('<head></head>')
  expect(read).toEqual(pages)
  expect(readPages('<head></head>').before).toBe('<head></head>')
})

import { expect, test } from 'vitest'
import { requestIn, withoutIds } from './request-path.ts'

test.each([
  ['GET /zones/1/dns_records', 'GET /zones/1/dns_records'],
  [' post  /client/v4/zones/1/purge_cache?x=1 ', 'POST /zones/1/purge_cache'],
  ['https://api.cloudflare.com/client/v4/accounts/', 'GET /accounts'],
  ['/accounts/1/tokens', 'GET /accounts/1/tokens'],
  ['DNS Write', null],
  ['/etc/passwd', null],
  ['https://example.com/zones', null],
  ['GET', null],
  ['', null],
])('%s is the request %s', (words, request) => {
  expect(requestIn(words)).toBe(request)
})

test.each([
  [`/zones/${'1'.repeat(32)}/flux/${'2'.repeat(32)}`, '/zones/{zone_id}/flux/{id}'],
  ['/accounts/$ACCOUNT/flux?x=1', '/accounts/{account_id}/flux'],
  ['/accounts/me/flux/0e0a7d5c-6d0b-4a7e-9a86-2f8a4c1f6d3b', '/accounts/{account_id}/flux/{id}'],
  ['/radar/flux', '/radar/flux'],
])('without its IDs, %s is %s', (path, template) => {
  expect(withoutIds(path)).toBe(template)
})

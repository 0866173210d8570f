import { expect, test } from 'vitest'
import { foundNames, namesIndex } from '#domain/operations/testing-search.ts'
import { searchGroups } from './search.ts'
import { respelt } from './spelling.ts'

test.each([
  ['dns wrtie', 'DNS Write'],
  ['dsn edit', 'DNS Write'],
  ['eidt dns', 'DNS Write'],
  ['wokers kv edit', 'Workers KV Storage Write'],
  ['tunel', 'Cloudflare Tunnel Read'],
  ['certifcates', 'SSL and Certificates Read'],
  ['organisations', 'Access: Organizations, Identity Providers, and Groups Read'],
  ['data catalogue', 'Workers R2 Data Catalog Read'],
  ['url normalisation', null],
  ['loadbalancer edit', 'Load Balancers Write'],
  ['healthcheck', 'Health Checks Read'],
  ['pagerules', 'Page Rules Read'],
  ['workerskv', 'Workers KV Storage Read'],
  ['none', null],
  ['light', null],
  ['xyz', null],
  ['foobar', null],
  ['waf xyz', null],
])('the misspelt search “%s” finds %j', (query, name) => {
  if (name === null) expect(foundNames(query)).toEqual([])
  else expect(foundNames(query)).toContain(name)
})

test.each([
  ['flush cache', 'Cache Purge'],
  ['custom hostname', 'SSL and Certificates Write'],
  ['rate limiting', 'Zone WAF Write'],
  ['webhook', 'Notifications Write'],
  ['audit log', 'Account Settings Read'],
  ['dnssec', 'DNS Write'],
  ['kv namespace edit', 'Workers KV Storage Write'],
  ['bots', 'Bot Management Read'],
])('the feature “%s” finds %s', (query, name) => {
  expect(foundNames(query)).toContain(name)
})

test.each([
  ['dns wrtie', true],
  ['dns write', false],
  ['dns write, wokers kv edit', true],
  ['xyz', false],
])('of “%s” it says whether the words found are others: %s', (query, isSimilar) => {
  expect(searchGroups(namesIndex, query).isSimilar).toBe(isSimilar)
})

test('what is found as it is spelt is not read otherwise', () => {
  expect(foundNames('page').every((name) => /page/i.test(name))).toBe(true)
  expect(respelt(['dns', 'work'], namesIndex.vocabulary)).toEqual([])
  expect(searchGroups(namesIndex, 'dsn').terms).toEqual(['dns'])
})

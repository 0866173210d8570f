import { expect, test } from 'vitest'
import map from '#domain/operations/map.json' with { type: 'json' }
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { ALIASES } from './aliases.ts'
import { buildSearchIndex, searchGroups } from './search.ts'
import { respelt } from './spelling.ts'

const index = buildSearchIndex(
  map.groups.map((name) => ({
    id: name,
    name,
    scopes: [ACCOUNT_SCOPE],
    category: 'brand_new',
    description: null,
    isSelectable: true,
    deprecation: null,
  })),
  ALIASES,
)
const found = (query: string) =>
  [...searchGroups(index, query).ranks].toSorted(([, a], [, b]) => a - b).map(([name]) => name)

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
  if (name === null) expect(found(query)).toEqual([])
  else expect(found(query)).toContain(name)
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
  expect(found(query)).toContain(name)
})

test.each([
  ['dns wrtie', true],
  ['dns write', false],
  ['dns write, wokers kv edit', true],
  ['xyz', false],
])('of “%s” it says whether the words found are others: %s', (query, isSimilar) => {
  expect(searchGroups(index, query).isSimilar).toBe(isSimilar)
})

test('what is found as it is spelt is not read otherwise', () => {
  expect(found('page').every((name) => /page/i.test(name))).toBe(true)
  expect(respelt(['dns', 'work'], index.vocabulary)).toEqual([])
  expect(searchGroups(index, 'dsn').terms).toEqual(['dns'])
})

import { expect, test } from 'vitest'
import fc from 'fast-check'
import { groupedBy } from './grouped-by.ts'
import { matcher } from './match.ts'
import { nearestIn } from './nearest.ts'
import { operationKey } from './operation.ts'
import { packMap, unpackMap } from './pack-map.ts'
import { shippedMap } from './shipped-map.ts'

const ZONE = '4b1ec07a4b1ec07a4b1ec07a4b1ec07a'
const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const map = await shippedMap()
const match = matcher(map)
const nearest = nearestIn(map)
const keyFor = (method: string, path: string) => {
  const found = match(method, path)
  return found && operationKey(found.operation)
}

test('the shipped map is whole', () => {
  expect(map.operations).toHaveLength(2763)
  expect(new Set(map.operations.map(operationKey)).size).toBe(2763)
  expect(map.operations.filter(({ groups }) => groups.length > 0)).toHaveLength(2546)
})

test('packing keeps everything', () => {
  const key = fc.constantFrom('accounts', '{account_id}', 'zones', 'dns', '{id}.png')
  const operation = fc.record({
    method: fc.constantFrom('GET', 'POST'),
    path: fc.array(key, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
    title: fc.string(),
    groups: fc.array(fc.constantFrom('DNS Read', 'DNS Write', 'Zone Read')),
    evidence: fc.constantFrom('marked', 'documentation', 'inferred-high', 'inferred-medium', 'unknown'),
    pages: fc.array(fc.constantFrom('dns.records.list', 'zones.get')),
    operationId: fc.option(fc.string()),
  })
  fc.assert(
    fc.property(fc.array(operation), (operations) => {
      const { operations: again } = unpackMap(JSON.parse(JSON.stringify(packMap({ date: '2026-01-01', operations }))))
      const sorted = (all: readonly object[]) =>
        all.map((one) => JSON.stringify(one, Object.keys(one).toSorted())).toSorted()
      expect(sorted(again)).toEqual(sorted(operations))
    }),
  )
})

test('every operation of the map is found by its own path', () => {
  for (const { method, path } of map.operations) {
    const filled = path.replaceAll(/\{[^}]+\}/g, 'x1')
    expect(keyFor(method, filled), `${method} ${path}`).toBe(`${method} ${path}`)
    expect(keyFor(method, path)).toBe(`${method} ${path}`)
  }
})

test.each([
  ['GET', `/zones/${ZONE}/dns_records`, 'GET /zones/{zone_id}/dns_records'],
  ['get', `zones/${ZONE}/dns_records/`, 'GET /zones/{zone_id}/dns_records'],
  ['GET', `/client/v4/zones/${ZONE}/dns_records?per_page=100#top`, 'GET /zones/{zone_id}/dns_records'],
  ['GET', `https://api.cloudflare.com/client/v4//zones/${ZONE}//dns_records`, 'GET /zones/{zone_id}/dns_records'],
  ['HEAD', `/zones/${ZONE}`, 'GET /zones/{zone_id}'],
  ['GET', '/zones/$ZONE_ID/dns_records', 'GET /zones/{zone_id}/dns_records'],
  ['GET', '/zones/:zone/dns_records', 'GET /zones/{zone_id}/dns_records'],
  ['GET', `/accounts/${ACCOUNT}/tokens/verify`, 'GET /accounts/{account_id}/tokens/verify'],
  ['GET', `/accounts/${ACCOUNT}/tokens/abc`, 'GET /accounts/{account_id}/tokens/{token_id}'],
  ['POST', `/accounts/${ACCOUNT}/ai/run/@cf/some/new-model`, 'POST /accounts/{account_id}/ai/run/{model_name}'],
  [
    'GET',
    `/accounts/${ACCOUNT}/urlscanner/v2/screenshots/ab.png`,
    'GET /accounts/{account_id}/urlscanner/v2/screenshots/{scan_id}.png',
  ],
])('%s %s is %s', (method, path, key) => {
  expect(keyFor(method, path)).toBe(key)
})

test('what the path names is told by parameter', () => {
  const found = match('PUT', `/accounts/${ACCOUNT}/storage/kv/namespaces/n1/values/a/b%2Fc`)
  expect(Object.fromEntries(found?.params ?? [])).toEqual({
    account_id: ACCOUNT,
    namespace_id: 'n1',
    key_name: 'a/b%2Fc',
  })
})

test.each([
  ['PATCH', `/zones/${ZONE}/purge_cache`],
  ['GET', `/zones/${ZONE}/dns_records/a/b/c`],
  ['GET', '/v1/chat/completions'],
  ['GET', '/'],
  ['GET', ''],
])('%s %s is no operation', (method, path) => {
  expect(match(method, path)).toBeNull()
})

test('of an unknown path, the three nearest operations are told', () => {
  expect(nearest('GET', `/zones/${ZONE}/dns_record`).map(operationKey)).toContain('GET /zones/{zone_id}/dns_records')
  const shield = nearest('GET', `/zones/${ZONE}/page_shield/connections_v2`).map(operationKey)
  expect(shield[0]).toBe('GET /zones/{zone_id}/page_shield/connections')
  expect(shield).toHaveLength(3)
  expect(nearest('GET', '/v1/chat/completions')).toEqual([])
})

test('of a path that is stored by another method, that method is among the nearest', () => {
  const withoutIds = (path: string) => path.replaceAll(/\{[^}]+\}/g, ZONE)
  const all = groupedBy(map.operations, ({ path }) => path)
  const missing = (wanted: string, method: string) =>
    Array.from(all, ([path, operations]) => ({ path, methods: operations.map((one) => one.method) }))
      .filter(({ methods }) => methods.includes(method) && !methods.includes(wanted))
      .filter(({ path }) => !nearest(wanted, withoutIds(path)).map(operationKey).includes(`${method} ${path}`))
      .map(({ path }) => path)
  expect(missing('POST', 'PUT')).toEqual([])
  expect(missing('POST', 'PATCH')).toEqual([])
  expect(nearest('POST', `/accounts/${ACCOUNT}`).map(operationKey)[0]).toBe('PUT /accounts/{account_id}')
})

import { expect, test } from 'vitest'
import { operationsNamed } from './named-operation.ts'
import { shippedMap } from './shipped-map.ts'

const map = await shippedMap()
const found = (page: string) =>
  operationsNamed({ page, operationId: null }, map).map(({ method, path }) => `${method} ${path}`)

test.each([
  ['zones.dns_records.post', 'POST /zones/{zone_id}/dns_records'],
  ['zones.dns_records.get', 'GET /zones/{zone_id}/dns_records'],
  ['zones.dns_records.put', 'PUT /zones/{zone_id}/dns_records/{dns_record_id}'],
  ['zones.dns_records.delete', 'DELETE /zones/{zone_id}/dns_records/{dns_record_id}'],
  ['zones.dns_records.import_.post', 'POST /zones/{zone_id}/dns_records/import'],
  ['zones.purge_cache.post', 'POST /zones/{zone_id}/purge_cache'],
  ['zones.settings.ssl.patch', 'PATCH /zones/{zone_id}/settings/{setting_id}'],
  ['zones.firewall.access_rules.rules.post', 'POST /zones/{zone_id}/firewall/access_rules/rules'],
  ['accounts.storage.kv.namespaces.get', 'GET /accounts/{account_id}/storage/kv/namespaces'],
  ['accounts.rules.lists.items.put', 'PUT /accounts/{account_id}/rules/lists/{list_id}/items'],
  ['zones.leaked_credential_checks.get', 'GET /zones/{zone_id}/leaked-credential-checks'],
])('the call %s of Python’s older library is %s', (page, operation) => {
  expect(found(page)).toEqual([operation])
})

test('what a page of the reference names goes before, and a path is no guess', () => {
  expect(found('zones.get')).toEqual(['GET /zones/{zone_id}'])
  expect(found('zones.flux.get')).toEqual([])
  expect(operationsNamed({ page: 'zones.dns_records.post', operationId: null, isGuess: true }, map)).toEqual([])
})

import { expect, test } from 'vitest'
import { ACCOUNT_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { operationsNamed } from './named-operation.ts'
import { operationKey } from './operation.ts'
import type { PastedItem } from './pasted.ts'
import { requirementsIn } from './requirements.ts'
import { shippedMap } from './shipped-map.ts'
import { smallestSet } from './smallest-set.ts'
import { group } from './testing.ts'

const map = await shippedMap()
const [ONE, TWO] = ['1'.repeat(32), '2'.repeat(32)]
const CATALOGUE = [group('DNS Read', ZONE_SCOPE), group('DNS Write', ZONE_SCOPE)]
const RULES = ['Zone WAF', 'Cache Settings', 'Dynamic URL Redirects'].map((name) => group(`${name} Write`, ZONE_SCOPE))
const requirementsOf = requirementsIn(map, CATALOGUE)

const call = (method: string, path: string): PastedItem => ({
  kind: 'call',
  method,
  path,
  status: null,
  from: 'curl',
  line: 1,
  text: '',
})

test('requests of one operation are one requirement, with a need for each zone', () => {
  const found = requirementsOf([
    call('GET', `/zones/${ONE}/dns_records`),
    call('GET', `/zones/${TWO}/dns_records`),
    call('GET', `/zones/${ONE}/dns_records?page=2`),
    call('POST', `/zones/${ONE}/dns_records`),
  ])
  expect(found.map(({ key, times, needs }) => [key, times, needs.map(({ options }) => options[0]?.on.id)])).toEqual([
    ['GET /zones/{zone_id}/dns_records', 3, [ONE, TWO]],
    ['POST /zones/{zone_id}/dns_records', 1, [ONE]],
  ])
})

test('what is no request to Cloudflare needs nothing, and an unknown path is unpublished', () => {
  const found = requirementsOf([
    { kind: 'foreign', host: 'api.github.com', line: 1, text: '' },
    { kind: 'unread', reason: 'No end', line: 2, text: '' },
    call('GET', `/zones/${ONE}/flux`),
  ])
  expect(found.map(({ needs }) => needs.map(({ state }) => state))).toEqual([[], [], ['unpublished']])
})

test.each([
  ['GET', 'a.png', ['Workers R2 Storage Read', 'Workers R2 Storage Write']],
  ['PUT', 'img/2026/a.png', ['Workers R2 Storage Write']],
  ['DELETE', '{object_key}', ['Workers R2 Storage Write']],
])('%s of an object of R2, which the API description leaves out, is inferred', (method, key, groups) => {
  const catalogue = ['Read', 'Write'].map((level) => group(`Workers R2 Storage ${level}`, ACCOUNT_SCOPE))
  const [found] = requirementsIn(map, catalogue)([call(method, `/accounts/${ONE}/r2/buckets/logs/objects/${key}`)])
  const [need] = found?.needs ?? []
  expect(need?.options.map((option) => option.group.name)).toEqual(groups)
  expect(need?.operation?.evidence).toBe('inferred-medium')
})

test('a page of the API reference is its operations', () => {
  const named = (page: string) => operationsNamed({ page, operationId: null }, map).map(operationKey)
  expect(named('dns.records.create')).toEqual(['POST /zones/{zone_id}/dns_records'])
  expect(named('rulesets.list').toSorted()).toEqual([
    'GET /accounts/{account_id}/rulesets',
    'GET /zones/{zone_id}/rulesets',
  ])
  expect(named('dns.flux.create')).toEqual([])
})

test.each([
  ['dns-records-for-a-zone-list-dns-records', ['GET /zones/{zone_id}/dns_records']],
  ['dns-records-for-a-zone-create-dns-record', ['POST /zones/{zone_id}/dns_records']],
  ['account-api-tokens-roll-token', ['PUT /accounts/{account_id}/tokens/{token_id}/value']],
  ['no-such-thing', []],
  // Other operations have the same titles.
  ['account-api-tokens-create-token', ['POST /accounts/{account_id}/tokens']],
  ['workers-kv-namespace-list-namespaces', ['GET /accounts/{account_id}/storage/kv/namespaces']],
  ['worker-script-list-workers', ['GET /accounts/{account_id}/workers/scripts']],
  ['worker-routes-delete-route', ['DELETE /zones/{zone_id}/workers/routes/{route_id}']],
  ['origin-ca-list-certificates', ['GET /certificates']],
  ['access-applications-list-access-applications', ['GET /accounts/{account_id}/access/apps']],
  ['zone-level-access-applications-list-access-applications', ['GET /zones/{zone_id}/access/apps']],
  // Not the words of a title.
  ['zones-get', ['GET /zones']],
  ['zones-0-patch', ['PATCH /zones/{zone_id}']],
  ['zone-purge', ['POST /zones/{zone_id}/purge_cache']],
  ['zone-settings-change-brotli-setting', ['PATCH /zones/{zone_id}/settings/{setting_id}']],
  ['listZoneRulesets', ['GET /zones/{zone_id}/rulesets']],
  ['getZoneEntrypointRuleset', ['GET /zones/{zone_id}/rulesets/phases/{ruleset_phase}/entrypoint']],
  ['post-accounts-account_identifier-logpush-jobs', ['POST /accounts/{account_id}/logpush/jobs']],
  ['cloudflare-d1-create-database', ['POST /accounts/{account_id}/d1/database']],
  ['page-rules-list-page-rules', ['GET /zones/{zone_id}/pagerules']],
  ['queues-list', ['GET /accounts/{account_id}/queues']],
  ['build-and-deploy', []],
])('the operation ID %s is %j', (operationId, keys) => {
  expect(operationsNamed({ page: null, operationId }, map).map(operationKey)).toEqual(keys)
})

test('a call that may be of another vendor’s SDK counts only where the map has its page', () => {
  const named = (page: string) => ({ line: 1, text: page, kind: 'operation', page, operationId: null }) as const
  const found = requirementsOf([
    { ...named('chat.completions.create'), isGuess: true },
    { ...named('dns.records.create'), isGuess: true },
    named('zones.dns_records.delete'),
  ])
  expect(found.map(({ item }) => item.text)).toEqual(['dns.records.create', 'zones.dns_records.delete'])
})

test('rulesets of a phase need the group of its rules, and are told apart', () => {
  const path = (phase: string) => `/zones/${ONE}/rulesets/phases/${phase}/entrypoint`
  const found = requirementsIn(
    map,
    RULES,
  )([
    call('PUT', path('http_request_cache_settings')),
    call('PUT', path('http_request_dynamic_redirect')),
    call('GET', path('http_request_dynamic_redirect')),
    call('PUT', path('$PHASE')),
  ])
  expect(found.map(({ needs: [need] }) => need?.options[0]?.group.name)).toEqual([
    'Cache Settings Write',
    'Dynamic URL Redirects Write',
    'Dynamic URL Redirects Write',
    'Zone WAF Write',
  ])
  const { grants } = smallestSet(found.slice(0, 3).flatMap(({ needs }) => needs))
  expect(grants.map(({ group, reason, alternatives }) => [group.name, reason, alternatives])).toEqual([
    ['Cache Settings Write', 'phase', []],
    ['Dynamic URL Redirects Write', 'phase', []],
  ])
})

test('a hint of the reference that is not in the map is kept as unknown', () => {
  const [found] = requirementsOf([
    { kind: 'operation', page: 'flux.get', operationId: null, line: 1, text: 'flux.get' },
  ])
  expect(found?.needs).toMatchObject([{ state: 'unpublished', operation: null }])
})

test('a group that an error names is needed on the zones of the requests', () => {
  const hint: PastedItem = { kind: 'group', name: 'DNS Write', line: 1, text: '' }
  const ids = (items: PastedItem[]) =>
    requirementsOf(items)[0]?.needs.map(({ options }) => options.map(({ on }) => on.id))
  expect(ids([hint])).toEqual([[null]])
  expect(ids([hint, call('GET', `/zones/${ONE}/dns_records`), call('GET', `/zones/${TWO}/dns_records`)])).toEqual([
    [ONE],
    [TWO],
  ])
})

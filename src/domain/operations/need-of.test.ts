import { expect, test } from 'vitest'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, USER_SCOPE, ZONE_SCOPE, type Scope } from '#domain/resources/scope.ts'
import { matcher } from './match.ts'
import { needOf, needOfGroup, unknownNeed } from './need-of.ts'
import { shippedMap } from './shipped-map.ts'
import { group as groupOf } from './testing.ts'

const ZONE = '4b1ec07a4b1ec07a4b1ec07a4b1ec07a'
const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const match = matcher(await shippedMap())

/** Two groups may have one name. */
const group = (name: string, scope: Scope) => groupOf(name, scope, { id: `${name} of ${scope}` })

const CATALOGUE = [
  group('DNS Write', ZONE_SCOPE),
  group('DNS Read', ZONE_SCOPE),
  group('Logs Read', ACCOUNT_SCOPE),
  group('Logs Read', ZONE_SCOPE),
  group('Logs Write', ACCOUNT_SCOPE),
  group('Logs Write', ZONE_SCOPE),
  group('Cache Purge', ZONE_SCOPE),
  group('Workers Tail Read', ACCOUNT_SCOPE),
  group('Workers Scripts Write', ACCOUNT_SCOPE),
  group('Workers Scripts Read', ACCOUNT_SCOPE),
  group('Access: Mutual TLS Certificates Write', ACCOUNT_SCOPE),
  group('Turnstile Sites Write', ACCOUNT_SCOPE),
  group('Turnstile Sites Read', ACCOUNT_SCOPE),
  group('User Details Write', USER_SCOPE),
  group('User Details Read', USER_SCOPE),
  group('Memberships Read', USER_SCOPE),
  group('Workers R2 Storage Bucket Item Read', BUCKET_SCOPE),
]

function need(method: string, path: string) {
  const found = match(method, path)
  return found ? needOf(found, path, CATALOGUE) : unknownNeed(path)
}
const told = ({ options }: ReturnType<typeof need>) => options.map(({ group: { name }, on }) => [name, on.scope, on.id])

test('one group that is enough is exact, on the zone in the path', () => {
  const found = need('POST', `/zones/${ZONE.toUpperCase()}/purge_cache`)
  expect(found.state).toBe('exact')
  expect(told(found)).toEqual([['Cache Purge', ZONE_SCOPE, ZONE]])
})

test('a placeholder names no zone', () => {
  expect(told(need('POST', '/zones/$ZONE_ID/purge_cache'))).toEqual([['Cache Purge', ZONE_SCOPE, null]])
})

test('of several groups the one that reads is told first, and of those the one the path is about', () => {
  const found = need('GET', `/accounts/${ACCOUNT}/workers/scripts/edge-router`)
  expect(found.state).toBe('any')
  expect(told(found).map(([name]) => name)).toEqual([
    'Workers Scripts Read',
    'Workers Tail Read',
    'Workers Scripts Write',
  ])
  expect(found.accountId).toBe(ACCOUNT)
})

test('of two groups of one name, the one of the scope of the path counts', () => {
  const scopes = (path: string) => new Set(told(need('GET', path)).map(([, scope]) => scope))
  expect(scopes(`/zones/${ZONE}/logpush/jobs`)).toEqual(new Set([ZONE_SCOPE]))
  expect(scopes(`/accounts/${ACCOUNT}/logpush/jobs`)).toEqual(new Set([ACCOUNT_SCOPE]))
})

test('an operation that takes only a group of another scope gets it there', () => {
  expect(told(need('POST', `/zones/${ZONE}/access/certificates`))).toEqual([
    ['Access: Mutual TLS Certificates Write', ACCOUNT_SCOPE, null],
  ])
  expect(told(need('GET', `/accounts/${ACCOUNT}/addressing/regional_hostnames/regions`))).toEqual([
    ['DNS Read', ZONE_SCOPE, null],
    ['DNS Write', ZONE_SCOPE, null],
  ])
})

test.each([
  ['GET', '/memberships', 'user-only'],
  ['GET', '/user', 'user-only'],
  ['GET', '/user/tokens/verify', 'user-only'],
  ['GET', '/user/billing/history', 'user-only'],
  ['GET', '/organizations', 'user-only'],
  ['GET', `/accounts/${ACCOUNT}/builds/tokens`, 'user-only'],
  ['GET', `/accounts/${ACCOUNT}/challenges/widgets`, 'unsupported'],
  ['POST', `/zones/${ZONE}/pagerules`, 'unsupported'],
  ['GET', `/accounts/${ACCOUNT}/registrar/domains`, 'unsupported'],
  ['GET', `/accounts/${ACCOUNT}/tokens/verify`, 'unpublished'],
  ['GET', `/zones/${ZONE}/page_shield/connections_v2`, 'unpublished'],
])('%s %s is %s', (method, path, state) => {
  expect(need(method, path)).toMatchObject({ state, options: [] })
})

test('a group that the catalogue does not have is told', () => {
  const found = need('GET', `/accounts/${ACCOUNT}/workers/scripts/x/settings`)
  expect(found.missing.every((name) => !CATALOGUE.some((one) => one.name === name))).toBe(true)
  expect(needOfGroup('Flux Capacitor Write', CATALOGUE)).toMatchObject({
    state: 'unpublished',
    missing: ['Flux Capacitor Write'],
  })
})

test('a group that an error names is the one of that name, on anything', () => {
  expect(needOfGroup('dns write', CATALOGUE)).toMatchObject({
    state: 'exact',
    options: [{ group: { name: 'DNS Write' }, on: { scope: ZONE_SCOPE, id: null } }],
  })
  expect(needOfGroup('Logs Read', CATALOGUE).options).toHaveLength(2)
})

test.each(['DNS Edit', 'DNS:Edit', 'Zone.DNS:Edit', 'Zone / DNS / Edit', 'Zone - DNS - Edit', 'zone:dns:edit'])(
  'the dashboard’s %s is DNS Write',
  (name) => {
    expect(needOfGroup(name, CATALOGUE).options.map((one) => one.group.name)).toEqual(['DNS Write'])
  },
)

test('the dashboard’s scope tells two groups of one name apart', () => {
  const scopes = (name: string) => needOfGroup(name, CATALOGUE).options.map(({ on }) => on.scope)
  expect(scopes('Zone.Logs:Edit')).toEqual([ZONE_SCOPE])
  expect(scopes('Account.Logs:Edit')).toEqual([ACCOUNT_SCOPE])
  expect(scopes('Logs:Edit')).toHaveLength(2)
})

test.each([
  ['Workers Script:Edit', ['Workers Scripts Write']],
  ['Account.Worker:Read', ['Workers Scripts Read']],
  ['DNS Records:Edit', ['DNS Write']],
  ['Worker Admin', []],
])('the former or other name %s is that of %j', (name, groups) => {
  expect(needOfGroup(name, CATALOGUE).options.map((one) => one.group.name)).toEqual(groups)
})

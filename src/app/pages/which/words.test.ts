import { expect, test } from 'vitest'
import type { Grant } from '#domain/operations/smallest-set.ts'
import { FOREIGN, OWN } from '#domain/reach/testing.ts'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { group, needing, onAccount, onZone, ZONE_1, ZONE_2 } from '#domain/operations/testing.ts'
import { alternativesWords, grantPlaces, grantResource } from './grant-words.ts'
import { placesOf } from './place-words.ts'
import { requestsWords } from './requests-words.ts'
import { foreignWords } from './foreign-words.ts'
import { stateChip } from './state-chip.ts'

const zoneNames = new Map([[ZONE_1, 'a.example']])
const context = { accountId: OWN, zoneNames }
const ZONE_3 = '3'.repeat(32)
const item = { kind: 'call', method: 'GET', path: '/x', status: null, from: '', line: 1, text: '' } as const
const requirement = (...needs: ReturnType<typeof needing>[]) => ({ key: '', item, times: 1, needs })

test('where the requests need a permission group', () => {
  const on = (...ids: (string | null)[]) => ids.map((id) => needing([onZone('DNS Read', id)]))
  expect(placesOf(on(ZONE_1), context)).toBe('on a.example')
  expect(placesOf(on(ZONE_1, ZONE_2), context)).toBe(`on a.example and ${ZONE_2}`)
  expect(placesOf(on(ZONE_1, ZONE_2, ZONE_3), context)).toBe(`on a.example, ${ZONE_2} and 1 other`)
  expect(placesOf(on(null), context)).toBe('on a zone that the request doesn’t name')
  expect(placesOf(on(null), { ...context, fromError: true })).toBe('on a zone that the error doesn’t name')
  expect(placesOf([needing([onAccount('Workers Scripts Read')])], context)).toBe('on this account')
  expect(placesOf([needing([onAccount('X Read')], undefined, { accountId: FOREIGN })], context)).toBe(
    'on another account',
  )
})

test('a group that an error names, on the zones of the requests', () => {
  const needs = [ZONE_1, ZONE_2].map((id) => needing([onZone('DNS Write', id)]))
  expect(placesOf(needs, { ...context, fromError: true })).toBe(`on a.example and ${ZONE_2}, the zones of the requests`)
  expect(placesOf(needs.slice(0, 1), { ...context, fromError: true })).toBe('on a.example, the zone of the requests')
})

const grant = (fields: Partial<Grant> = {}): Grant => ({
  group: group('DNS Read', ZONE_SCOPE),
  scope: ZONE_SCOPE,
  ids: [ZONE_1],
  idsFrom: 'named',
  forNeeds: [0],
  alternatives: [],
  reason: 'only',
  ...fields,
})

test('where a permission group of the set is needed', () => {
  expect(grantPlaces(grant(), zoneNames)).toBe('a.example')
  expect(grantPlaces(grant({ idsFrom: 'others' }), zoneNames)).toBe('a.example, taken from the other requests')
  expect(grantPlaces(grant({ ids: [], idsFrom: 'unnamed' }), zoneNames)).toBe('The zone you choose in the editor')
  expect(grantPlaces(grant({ scope: BUCKET_SCOPE, ids: ['eu/logs'] }), zoneNames)).toBe('eu/logs')
  expect(grantPlaces(grant({ scope: ACCOUNT_SCOPE, ids: [], idsFrom: 'account' }), zoneNames)).toBe('This account')
})

test('the one resource that a permission group of the set is needed for', () => {
  expect(grantResource(grant())).toBe(`zone:${ZONE_1}`)
  expect(grantResource(grant({ scope: BUCKET_SCOPE, ids: ['eu/logs'] }))).toBe('bucket:eu/logs')
  expect(grantResource(grant({ ids: [ZONE_1, ZONE_2] }))).toBeUndefined()
  expect(grantResource(grant({ ids: [] }))).toBeUndefined()
  expect(grantResource(grant({ scope: ACCOUNT_SCOPE, ids: [] }))).toBeUndefined()
})

test('what would also do', () => {
  const words = (...names: string[]) =>
    alternativesWords(grant({ alternatives: names.map((name) => group(name, ZONE_SCOPE)) }))
  expect(words()).toBe('')
  expect(words('A Read')).toBe('A Read would also do.')
  expect(words('A Read', 'B Read', 'C Read', 'D Read')).toBe('A Read, B Read and 2 others would also do.')
})

test('a name that decided is told', () => {
  const alternatives = [group('A Read', ZONE_SCOPE)]
  expect(alternativesWords(grant({ alternatives, reason: 'likeness' }))).toBe(
    'Its name is most like the request; A Read would also do.',
  )
  expect(alternativesWords(grant({ alternatives, reason: 'phase' }))).toBe(
    'It is for the rules of this phase; A Read would also do.',
  )
})

test('how many requests an account token can make', () => {
  const can = requirement(needing([onZone('DNS Read')]))
  const cannot = requirement(needing([], '/user', { state: 'user-only' }))
  const unknown = requirement(needing([], '/x', { state: 'unpublished' }))
  expect(requestsWords([can, can, cannot, unknown])).toBe('2 requests work with an account token, 1 doesn’t, 1 unknown')
  expect(requestsWords([cannot])).toBe('1 request doesn’t work with an account token')
  expect(requestsWords([])).toBe('No request found in it')
})

test.each([
  ['exact', 'marked', 'Exact'],
  ['exact', 'inferred-high', 'Inferred'],
  ['any', 'documentation', 'Any of these'],
  ['any', 'inferred-medium', 'Any, inferred'],
  ['user-only', 'marked', 'User tokens only'],
  ['unsupported', 'marked', 'Not supported'],
  ['unpublished', 'unknown', 'Not published'],
] as const)('the state %s of %s evidence', (state, evidence, label) => {
  const need = needing([], '/x', { state })
  const operation = need.operation && { ...need.operation, evidence }
  expect(stateChip(requirement({ ...need, operation }), true).label).toBe(label)
})

test('a group that the account’s catalogue lacks, and requests that are none', () => {
  const need = needing([], '/x', { state: 'unpublished', missing: ['Flux Read'] })
  expect(stateChip(requirement(need), true).label).toBe('Not in this account')
  const named = { ...requirement(need), item: { kind: 'group', name: 'Flux Read', line: 1, text: '' } } as const
  expect(stateChip(named, false).label).toBe('Not published')
  expect(stateChip(requirement(needing([], undefined, { state: 'unpublished' })), true).label).toBe('Unknown')
  expect(stateChip({ ...requirement(), item: { kind: 'foreign', host: 'x', line: 1, text: '' } }, true).label).toBe(
    'Another API',
  )
})

test.each([
  ['api.github.com', 'Another API'],
  ['r2.cloudflarestorage.com.example.com', 'Another API'],
  ['dash.cloudflare.com', 'Not the API'],
  ['one.dash.cloudflare.com', 'Not the API'],
  ['023e105f4ecef8ad9ca31a8372d0c353.r2.cloudflarestorage.com', 'S3 API'],
  ['assets.023e105f4ecef8ad9ca31a8372d0c353.eu.r2.cloudflarestorage.com', 'S3 API'],
])('the host %s is told as: %s', (host, chip) => {
  expect(foreignWords(host).chip).toBe(chip)
})

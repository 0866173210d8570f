import { expect, test } from 'vitest'
import { levelOf } from './level-oracle.ts'
import { groupsOf, reachReader } from './reach.ts'
import { account, allZones, catalogue, OWN, placeAt, policy, worker, zone } from './testing.ts'

const read = reachReader({ accountId: OWN, catalogue })
const level = (...policies: ReturnType<typeof policy>[]) => levelOf(groupsOf(read(policies)))

test.each([
  ['nothing', [], 'none'],
  ['a dead grant', [policy(['Workers Scripts Write'], zone('1'))], 'none'],
  ['only a deny', [policy(['DNS Write'], zone('1'), 'deny')], 'denied'],
  ['all taken away', [policy(['DNS Write'], zone('1')), policy(['DNS Write'], allZones, 'deny')], 'denied'],
  ['reading', [policy(['DNS Read'], allZones)], 'read'],
  ['purging', [policy(['Cache Purge', 'DNS Read'], allZones)], 'run'],
  ['an unknown level', [policy(['Odd Thing', 'Cache Purge'], zone('1'))], 'unknown'],
  ['an unknown effect', [policy(['DNS Read'], zone('1'), 'audit')], 'unknown'],
  ['a zone group on the account', [policy(['DNS Write'], account)], 'unknown'],
  ['a change', [policy(['DNS Write', 'Odd Thing'], zone('1'))], 'change'],
  ['a change on all zones', [policy(['DNS Write'], allZones), policy(['DNS Write'], zone('1'), 'deny')], 'everywhere'],
  ['a change of the account', [policy(['Workers Scripts Write'], account)], 'everywhere'],
] as const)('the level of %s', (_, policies, expected) => {
  expect(level(...policies)).toBe(expected)
})

test('of one product, permission group or place', () => {
  const groups = groupsOf(
    read([
      policy(['DNS Write', 'DNS Read'], allZones),
      policy(['DNS Write'], zone('2'), 'deny'),
      policy(['Cache Purge'], zone('1')),
      policy(['Workers Scripts Write'], account),
    ]),
  )
  expect(levelOf(groups, { product: 'Cache' })).toBe('run')
  expect(levelOf(groups, { product: 'Stream' })).toBe('none')
  expect(levelOf(groups, { groupId: 'id of DNS Read' })).toBe('read')
  expect(levelOf(groups, { product: 'DNS', place: placeAt(zone('1')) })).toBe('everywhere')
  expect(levelOf(groups, { product: 'DNS', place: placeAt(zone('2')) })).toBe('read')
  expect(levelOf(groups, { groupId: 'id of DNS Write', place: placeAt(zone('2')) })).toBe('denied')
  expect(levelOf(groups, { product: 'Cache', place: placeAt(zone('2')) })).toBe('none')
  expect(levelOf(groups, { place: placeAt(worker('7')) })).toBe('everywhere')
})

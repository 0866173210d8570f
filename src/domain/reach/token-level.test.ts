import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelOf } from './level-oracle.ts'
import { groupsOf, reachReader } from './reach.ts'
import { account, allZones, anyPolicies, catalogue, OWN, policy, zone } from './testing.ts'
import { tokenLevel } from './token-level.ts'

const read = reachReader({ accountId: OWN, catalogue })
const level = (policies: Parameters<typeof read>[0], isCut = false) => tokenLevel({ ...read(policies), isCut })

test.each([
  ['a change of all zones', [policy(['DNS Write'], allZones)], 'everywhere'],
  ['a change of the account', [policy(['Workers Scripts Write'], account)], 'everywhere'],
  ['a change of a zone', [policy(['DNS Write', 'DNS Read'], zone('1'))], 'change'],
  ['purging', [policy(['Cache Purge', 'DNS Read'], allZones)], 'run'],
  ['reading', [policy(['DNS Read'], allZones)], 'read'],
  ['a permission of no known level', [policy(['Odd Thing', 'DNS Read'], zone('1'))], 'unknown'],
  ['what a deny takes away', [policy(['DNS Read'], zone('1')), policy(['DNS Read'], zone('1'), 'deny')], 'denied'],
  ['a dead grant', [policy(['Bucket Item Read'], zone('1'))], 'none'],
  ['no policy', [], 'none'],
])('%s is the level', (_, policies, expected) => {
  expect(level(policies)).toBe(expected)
})

test('parts that cannot be read never make a token safe', () => {
  expect(level([policy(['DNS Read'], zone('1'))], true)).toBe('unknown')
  expect(level([policy(['DNS Write'], zone('1'))], true)).toBe('change')
})

test('it is the strongest level of all permission groups', () => {
  fc.assert(
    fc.property(anyPolicies, (policies) => {
      expect(level(policies)).toBe(levelOf(groupsOf(read(policies))))
    }),
  )
})

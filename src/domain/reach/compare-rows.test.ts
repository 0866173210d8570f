import { expect, test } from 'vitest'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { compareReach } from './compare.ts'
import { compareRows } from './compare-rows.ts'
import { groupsOf, reachReader } from './reach.ts'
import { allZones, catalogue, OWN, policy, zone } from './testing.ts'

const reader = reachReader({ accountId: OWN, catalogue })
const rows = (policies: WirePolicy[]) =>
  compareRows(compareReach(groupsOf(reader(policies)), []).onlyA).map(({ name, level, shares }) => [
    name,
    level,
    shares.length,
  ])

test('lists each permission group once, the strongest first', () => {
  const made = rows([
    policy(['DNS Read', 'Cache Purge'], zone('1', '2')),
    policy(['DNS Write'], allZones),
    policy(['Odd Thing'], zone('1')),
  ])
  expect(made).toEqual([
    ['DNS Write', 'everywhere', 1],
    ['Odd Thing', 'unknown', 1],
    ['Cache Purge', 'run', 2],
    ['DNS Read', 'read', 2],
  ])
})

test('never takes an unknown effect for a known level', () => {
  expect(rows([policy(['DNS Read'], zone('1'), 'audit')])).toEqual([['DNS Read', 'unknown', 1]])
})

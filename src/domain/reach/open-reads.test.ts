import { expect, test } from 'vitest'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { openReads } from './open-reads.ts'
import { groupsOf, reachReader } from './reach.ts'
import { allZones, catalogue, OWN, policy, zone } from './testing.ts'

const read = reachReader({ accountId: OWN, catalogue })
const open = (a: WirePolicy[], b: WirePolicy[]) => {
  const { onlyA, onlyB } = openReads(groupsOf(read(a)), groupsOf(read(b)))
  return [onlyA, onlyB]
}

const write = policy(['DNS Write'], zone('1'))
const denyRead = policy(['DNS Read'], allZones, 'deny')

test('a Read that is denied beside its Write is open, unless both deny it alike', () => {
  expect(open([write], [write, denyRead])).toEqual([[], ['DNS Read']])
  expect(open([denyRead, write], [write])).toEqual([['DNS Read'], []])
  expect(open([write, denyRead], [denyRead, write])).toEqual([[], []])
  expect(open([write, denyRead], [write, policy(['DNS Read'], zone('1'), 'deny')])).toEqual([
    ['DNS Read'],
    ['DNS Read'],
  ])
})

test('without the Write, a Read that is denied is no reading', () => {
  const readsOnly = policy(['DNS Read'], zone('1'))
  expect(open([write], [readsOnly, denyRead])).toEqual([[], []])
  expect(open([write], [write, policy(['DNS Write'], allZones, 'deny'), denyRead])).toEqual([[], []])
})

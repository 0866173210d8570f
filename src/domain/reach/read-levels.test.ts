import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { readLevels } from './read-levels.ts'
import { reachReader } from './reach.ts'
import { ACCOUNT } from '#domain/inventory/testing.ts'

test('levels are read in slices, and a token with unreadable parts is never less than unknown', () => {
  const read = reachReader({ accountId: ACCOUNT })
  const reach = Array.from({ length: 1200 }, (_, place) => {
    const token = testToken(String(place))
    return { token, ...read(token.policies), isCut: place === 0 }
  })
  const work = readLevels(reach)
  let pauses = 0
  let step = work.next()
  for (; !step.done; step = work.next()) pauses += 1
  expect(pauses).toBe(2)
  expect([step.value.size, step.value.get('0'), step.value.get('1')]).toEqual([1200, 'unknown', 'read'])
})

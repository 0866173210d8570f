import { expect, test } from 'vitest'
import { isLow, longWorkDelay, parseBudget, readDelay } from './budget.ts'

const now = 1_000_000

test('the two headers make a budget', () => {
  expect(parseBudget('"default";r=50;t=30', '"burst";q=1200;w=300', now)).toEqual({
    left: 50,
    quota: 1200,
    resetsAt: now + 30_000,
  })
})

test.each([
  [null, null],
  ['"default";r=50;t=30', null],
  ['50', '1200'],
  ['"default";r=x;t=30', '"burst";q=1200'],
  ['"default";r=50;t=30', '"burst";q=0;w=300'],
])('%j and %j say nothing', (limit, policy) => {
  expect(parseBudget(limit, policy, now)).toBeNull()
})

test('under a fifth it is low', () => {
  expect(isLow({ left: 240, quota: 1200, resetsAt: 0 })).toBe(false)
  expect(isLow({ left: 239, quota: 1200, resetsAt: 0 })).toBe(true)
})

test.each([
  [null, 0],
  [{ left: 25, quota: 1200, resetsAt: now + 60_000 }, 0],
  [{ left: 9, quota: 1200, resetsAt: now + 10_000 }, 1_000],
  [{ left: 0, quota: 1200, resetsAt: now + 60_000 }, 3_000],
  [{ left: 0, quota: 1200, resetsAt: now - 1 }, 0],
])('with %j a read waits %i ms', (budget, wait) => {
  expect(readDelay(budget, now)).toBe(wait)
})

test.each([
  [null, 0],
  [{ left: 121, quota: 1200, resetsAt: now + 60_000 }, 0],
  [{ left: 120, quota: 1200, resetsAt: now + 60_000 }, 60_000],
  [{ left: 0, quota: 1200, resetsAt: now - 1 }, 0],
])('with %j long work waits %i ms', (budget, wait) => {
  expect(longWorkDelay(budget, now)).toBe(wait)
})

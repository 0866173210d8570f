import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { DAY_MS } from '#domain/token/time.ts'
import { daysOf, expiryOf, WEEK_MS, weekOf } from './expiry.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const time = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
const after = (days: number) => time(NOW + days * DAY_MS)
const usedNow = { lastUsedOn: after(-1) }

const idsOf = (endings: { token: { id: string } }[]) => endings.map(({ token }) => token.id)

test('a week begins on Monday, 00:00 UTC', () => {
  expect(time(weekOf(NOW))).toBe('2026-11-23T00:00:00Z')
  expect(time(weekOf(Date.parse('2026-11-23T00:00:00Z')))).toBe('2026-11-23T00:00:00Z')
  expect(time(weekOf(Date.parse('2026-11-22T23:59:59Z')))).toBe('2026-11-16T00:00:00Z')
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
      const start = weekOf(date.getTime())
      expect(new Date(start).getUTCDay()).toBe(1)
      expect(date.getTime() - start).toBeGreaterThanOrEqual(0)
      expect(date.getTime() - start).toBeLessThan(WEEK_MS)
    }),
  )
})

test('each token that works is counted once', () => {
  const { overdue, weeks, later, never, unreadable } = expiryOf(
    [
      testToken('today', { expiresOn: after(0.1), ...usedNow }),
      testToken('soon', { expiresOn: after(3) }),
      testToken('next', { expiresOn: after(8) }),
      testToken('late', { expiresOn: after(400) }),
      testToken('never'),
      testToken('odd', { expiresOn: 'soon' }),
      testToken('planned', { notBefore: after(2), expiresOn: after(9) }),
      testToken('off', { status: 'disabled', expiresOn: after(3) }),
      testToken('exposed', { status: 'revoked (exposed)', expiresOn: after(3) }),
      testToken('broke', { expiresOn: after(-3), lastUsedOn: after(-4) }),
      testToken('ended', { status: 'expired', expiresOn: after(-3), lastUsedOn: after(-20) }),
      testToken('old', { expiresOn: after(-15), lastUsedOn: after(-15) }),
      // As rule T2 has it: clocks may differ by a day.
      testToken('just ended', { status: 'expired', expiresOn: after(0.5), ...usedNow }),
      testToken('ended early', { status: 'expired', expiresOn: after(5), ...usedNow }),
    ],
    NOW,
  )
  expect(idsOf(overdue)).toEqual(['broke', 'just ended'])
  expect(weeks).toHaveLength(53)
  expect(idsOf(weeks[0]?.endings ?? [])).toEqual(['today', 'soon'])
  expect(weeks[0]?.endings.map(({ isInUse }) => isInUse)).toEqual([true, false])
  expect(idsOf(weeks[1]?.endings ?? [])).toEqual(['next', 'planned'])
  expect(weeks.slice(2).flatMap(({ endings }) => endings)).toEqual([])
  expect(idsOf(later)).toEqual(['late'])
  expect(never.map(({ id }) => id)).toEqual(['never'])
  expect(unreadable.map(({ id }) => id)).toEqual(['odd'])
})

test('a token of an unknown status whose end has come is not one that ends later', () => {
  const odd = { status: 'quarantined' }
  const { overdue, weeks, later } = expiryOf(
    [
      testToken('long over', { ...odd, expiresOn: after(-60) }),
      testToken('this week', { ...odd, expiresOn: after(-1) }),
      testToken('broke', { ...odd, expiresOn: after(-3), lastUsedOn: after(-4) }),
      testToken('ahead', { ...odd, expiresOn: after(1) }),
    ],
    NOW,
  )
  expect(idsOf(overdue)).toEqual(['broke'])
  expect(idsOf(weeks.flatMap(({ endings }) => endings))).toEqual(['ahead'])
  expect(idsOf(later)).toEqual([])
})

test('the next eight weeks by day hold what their weeks hold, and the rest is later', () => {
  const ends = [0.1, 0.6, 3, 8, 55, 55.6, 60, 400]
  const tokens = ends.map((end) => testToken(`in ${end}`, { expiresOn: after(end) }))
  const expiry = expiryOf(tokens, NOW)
  const { days, later } = daysOf(expiry, NOW)
  expect(days).toHaveLength(56)
  expect(days[0]?.start).toBe(Date.parse('2026-11-26T00:00:00Z'))
  expect(days.flatMap(({ start, endings }) => endings.map(({ at }) => Math.floor((at - start) / DAY_MS)))).toEqual([
    0, 0, 0, 0, 0,
  ])
  expect(days.slice(0, 2).map(({ endings }) => idsOf(endings))).toEqual([['in 0.1'], ['in 0.6']])
  expect(idsOf(later)).toEqual(['in 55.6', 'in 60', 'in 400'])
})

test('a token is refused from its end on, so that moment is not in the week to come', () => {
  const { weeks, overdue } = expiryOf([testToken('a', { expiresOn: after(0), ...usedNow })], NOW)
  expect(weeks.flatMap(({ endings }) => endings)).toEqual([])
  expect(idsOf(overdue)).toEqual(['a'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expiryInDays, toLocalInput, toWireTime, validateValidity } from './validity.ts'

test('a life in days ends on a whole second in UTC', () => {
  expect(expiryInDays(7, Date.UTC(2026, 0, 1, 0, 0, 0, 789))).toBe('2026-01-08T00:00:00Z')
})

test.each([[''], ['tomorrow'], ['2026-02-31T10:00'], ['2026-13-01T10:00'], ['2026-01-01']])('%j is no time', (text) => {
  expect(toWireTime(text)).toBeNull()
})

test('a local time that a wire time was shown as gives the wire time back, to the minute', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 60 }).map((minute) => minute * 60_000)
  fc.assert(
    fc.property(minutes, (ms) => {
      const wire = `${new Date(ms).toISOString().slice(0, 19)}Z`
      const back = toWireTime(toLocalInput(wire))
      // The hour that clocks repeat has two readings; both are shown the same.
      return back !== null && toLocalInput(back) === toLocalInput(wire)
    }),
  )
})

const now = Date.UTC(2026, 0, 1)
const at = (days: number) => expiryInDays(days, now)

test.each([
  ['in the past', { notBefore: null, expiresOn: at(-1) }, 'This is in the past: the token would be born expired.'],
  ['now', { notBefore: null, expiresOn: at(0) }, 'This is in the past: the token would be born expired.'],
  ['before the start', { notBefore: at(9), expiresOn: at(8) }, 'It would end before it starts.'],
  ['at the start', { notBefore: at(9), expiresOn: at(9) }, 'It would end before it starts.'],
])('an expiry %s is refused', (_, dates, message) => {
  expect(validateValidity(dates, now)).toEqual({ expiresOn: message })
})

test('an expiry after the start, or none, is fine', () => {
  expect(validateValidity({ notBefore: at(1), expiresOn: at(2) }, now)).toEqual({})
  expect(validateValidity({ notBefore: at(1), expiresOn: null }, now)).toEqual({})
})

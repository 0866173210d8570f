import fc from 'fast-check'
import { expect, test } from 'vitest'
import { msOf } from './time.ts'
import {
  choiceOf,
  expiryInDays,
  toLocalInput,
  toWireTime,
  validityOf,
  validityProblems,
  type Validity,
  type ValidityChoice,
} from './validity.ts'

const NONE: Validity = { notBefore: null, expiresOn: null }
const now = Date.UTC(2026, 0, 1)
const at = (days: number) => expiryInDays(days, now)

test('a life in days ends on a whole second in UTC', () => {
  expect(expiryInDays(7, Date.UTC(2026, 0, 1, 0, 0, 0, 789))).toBe('2026-01-08T00:00:00Z')
})

test.each([[''], ['tomorrow'], ['2026-02-31T10:00'], ['2026-13-01T10:00'], ['2026-01-01']])('%j is no time', (text) => {
  expect(toWireTime(text)).toBeNull()
})

test('a year of two digits is that year, and one that UTC has no four digits for is none', () => {
  expect(toWireTime('0026-06-01T00:00')).toMatch(/^0026-0[56]-/)
  expect(toWireTime('12027-01-01T00:00')).toBeNull()
  expect(msOf(toWireTime('9999-12-30T00:00') ?? '')).not.toBeNaN()
  // East of Greenwich, the year 9999 ends before it does in UTC.
  const last = toWireTime('9999-12-31T23:59')
  expect(last === null ? new Date(2026, 0, 1).getTimezoneOffset() > 0 : !Number.isNaN(msOf(last))).toBe(true)
})

test('a stored time that does not exist is not shown as another one', () => {
  expect(toLocalInput('2027-02-29T00:00:00Z')).toBe('')
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

test.each([
  ['none', NONE],
  ['both, with seconds', { notBefore: '2026-02-01T10:20:31Z', expiresOn: '2026-03-01T10:20:32Z' }],
  ['an end with a fraction', { notBefore: null, expiresOn: '2026-03-01T10:20:32.123Z' }],
])('times that were not touched come back byte for byte: %s', (_, times) => {
  expect(validityOf(choiceOf(times), times, now)).toEqual(times)
})

test('a date that was changed is sent to the minute, the other one as it is', () => {
  const exact = { notBefore: '2026-02-01T10:20:31Z', expiresOn: '2026-03-01T10:20:32Z' }
  const choice = { ...choiceOf(exact), endsAt: toLocalInput('2026-04-01T00:00:00Z') }
  expect(validityOf(choice, exact, now)).toEqual({ notBefore: exact.notBefore, expiresOn: '2026-04-01T00:00:00Z' })
})

test.each([
  ['in the past', { notBefore: null, expiresOn: at(-1) }, 'Choose a date in the future.'],
  ['now', { notBefore: null, expiresOn: at(0) }, 'Choose a date in the future.'],
  ['before the start', { notBefore: at(9), expiresOn: at(8) }, 'Choose a date after the start.'],
  ['at the start', { notBefore: at(9), expiresOn: at(9) }, 'Choose a date after the start.'],
])('an expiry %s is refused, unless it is stored like that', (_, times, message) => {
  const choice = choiceOf(times)
  expect(validityProblems(choice, { exact: times, stored: null, now })).toEqual({ endsAt: message })
  expect(validityProblems(choice, { exact: times, stored: NONE, now })).toEqual({ endsAt: message })
  expect(validityProblems(choice, { exact: times, stored: times, now })).toEqual({})
})

test('an expiry after the start, or none, is fine', () => {
  for (const times of [{ notBefore: at(1), expiresOn: at(2) }, { notBefore: at(1), expiresOn: null }, NONE])
    expect(validityProblems(choiceOf(times), { exact: times, stored: null, now })).toEqual({})
})

test.each<[string, Partial<ValidityChoice>, object]>([
  ['no start', { starts: 'at' }, { startsAt: 'Choose a date and a time.' }],
  ['no end', { ends: 'at' }, { endsAt: 'Choose a date and a time.' }],
  [
    'a start that is no time',
    { starts: 'at', startsAt: '2026-02-31T10:00' },
    { startsAt: 'This local time doesn’t exist: clocks skip it. Choose another.' },
  ],
  ['an end in year 26', { ends: 'at', endsAt: '0026-01-01T00:00' }, { endsAt: 'Choose a date in the future.' }],
  ['a year of five digits', { ends: 'at', endsAt: '12027-01-01T00:00' }, { endsAt: 'Choose an earlier date.' }],
  [
    'an end in days before the start',
    { starts: 'at', startsAt: '2027-01-01T00:00', ends: '7' },
    { endsAt: 'Choose a date after the start.' },
  ],
])('a choice with %s is refused', (_, part, problems) => {
  expect(validityProblems({ ...choiceOf(NONE), ...part }, { exact: NONE, stored: NONE, now })).toEqual(problems)
})

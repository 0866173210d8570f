import { expect, test } from 'vitest'
import { localTimeBeside } from './local-time.ts'

test.each([
  ['2027-02-24T04:25:00Z', 60, '05:25 your time'],
  ['2027-02-24T23:40:00Z', 60, '25 Feb, 00:40 your time'],
  ['2027-03-01T02:00:00Z', -300, '28 Feb, 21:00 your time'],
  ['2027-02-24T04:25:00Z', 0, null],
  ['no time', 60, null],
])('%s with %i minutes is %s', (value, offset, words) => {
  expect(localTimeBeside(value, offset)).toBe(words)
})

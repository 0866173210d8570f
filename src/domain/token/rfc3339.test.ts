import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromEpoch, isZeroTime, readRfc3339 } from './rfc3339.ts'

describe('a time by RFC 3339', () => {
  test.each([
    ['2027-01-31T00:00:00Z', '2027-01-31T00:00:00Z'],
    ['2027-01-01t00:00:00z', '2027-01-01T00:00:00Z'],
    ['2027-01-31T23:59:59.999Z', '2027-01-31T23:59:59Z'],
    ['2027-01-31T00:00:00.123456789Z', '2027-01-31T00:00:00Z'],
    ['2027-01-31T00:00:00+02:00', '2027-01-30T22:00:00Z'],
    ['2027-01-31T00:00:00-09:30', '2027-01-31T09:30:00Z'],
    ['2027-01-31T00:00:00-00:00', '2027-01-31T00:00:00Z'],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    // A leap second counts as the second after it.
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
    ['2017-01-01T00:59:60.5+01:00', '2017-01-01T00:00:00Z'],
    ['  2027-01-31T00:00:00Z\n', '2027-01-31T00:00:00Z'],
  ])('%j is %s', (text, wholeSeconds) => {
    expect(readRfc3339(text)).toEqual({ ok: true, wholeSeconds, ms: Date.parse(wholeSeconds) })
  })

  test.each([
    ['2027-03-01T00:00:00', 'zone is missing. Write "2027-03-01T00:00:00Z"'],
    ['2027-03-01T00:00Z', 'seconds are missing. Write "2027-03-01T00:00:00Z"'],
    ['2027-03-01T00:00', 'seconds are missing. Write "2027-03-01T00:00:00Z"'],
    ['2027-03-01T00:00+0100', 'Write "2027-03-01T00:00:00+01:00"'],
    ['2027-03-01', 'The time is missing. Write "2027-03-01T00:00:00Z"'],
    ['2027-03-01Z', 'Write a time as'],
    ['2027-03-01 00:00:00Z', 'Put a T between date and time. Write "2027-03-01T00:00:00Z"'],
    ['2027-03-01 00:00:00', 'Put a T between date and time. Write "2027-03-01T00:00:00Z"'],
    ['2027-03-01T00:00:00+0100', 'needs a colon. Write "2027-03-01T00:00:00+01:00"'],
    ['2027-03-01T00:00:00+01', 'needs a colon. Write "2027-03-01T00:00:00+01:00"'],
    ['2027-03-01T00:00:00,5Z', 'Use a point'],
    ['2027-02-29T00:00:00Z', 'The date 2027-02-29'],
    ['2027-13-01T00:00:00Z', 'The date 2027-13-01'],
    ['2027-00-10T00:00:00Z', 'The date 2027-00-10 doesn’t exist'],
    ['2027-01-31T24:00:00Z', 'from 00:00:00 to 23:59:59'],
    ['2027-01-31T00:60:00Z', 'from 00:00:00 to 23:59:59'],
    ['2027-01-31T00:00:61Z', 'from 00:00:00 to 23:59:59'],
    ['2027-01-31T12:00:60Z', 'only at 23:59:60 UTC'],
    ['2027-01-31T23:59:60+01:00', 'only at 23:59:60 UTC'],
    ['2027-01-31T00:00:00+24:00', 'The offset must be from'],
    ['9999-12-31T23:59:59-01:00', 'from 0000 to 9999'],
    ['0000-01-01T00:00:00+01:00', 'from 0000 to 9999'],
    ['1803859200', 'a Unix time. Write "2027-03-01T'],
    ['1803859200000', 'a Unix time. Write "2027-03-01T'],
    ['20270131T000000Z', 'Write a time as'],
    ['2027-01-31T00:00:00 UTC', 'Write a time as'],
    ['31.01.2027', 'Write a time as'],
    ['tomorrow', 'Write a time as'],
    ['none 1', 'Write a time as'],
    ['', 'Write a time as'],
  ])('%j is refused with its cure', (text, words) => {
    expect(readRfc3339(text)).toEqual({ ok: false, message: expect.stringContaining(words) })
  })

  test('every time of the platform reads to the same second, and what it is read to reads to itself', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(dates, (date) => {
        const read = readRfc3339(date.toISOString())
        expect(read).toMatchObject({ ok: true, ms: Math.floor(date.getTime() / 1000) * 1000 })
        if (read.ok) expect(readRfc3339(read.wholeSeconds)).toEqual(read)
      }),
    )
  })

  test('no text whatever throws, and what is taken is real', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/)),
        (text) => {
          const read = readRfc3339(text)
          if (read.ok) expect(read.wholeSeconds).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
          else expect(read.message).not.toBe('')
        },
      ),
    )
  })

  test('the year 1 is no time at all', () => {
    expect(isZeroTime(Date.parse('0001-01-01T00:00:00Z'))).toBe(true)
    expect(isZeroTime(Date.parse('0002-01-01T00:00:00Z'))).toBe(false)
  })

  test.each([
    [1803859200, '2027-03-01T'],
    [1803859200123, '2027-03-01T'],
    [7, null],
    [20270131, null],
    [-1803859200, null],
    [Number.NaN, null],
  ])('the number %d as a count from 1970 is %s', (count, time) => {
    const read = fromEpoch(count)
    if (time === null) expect(read).toBeNull()
    else expect(read).toContain(time)
  })
})

import { convertIcsCalendar } from 'ts-ics'
import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { calendarOf, type CalendarOptions } from './calendar.ts'
import type { Ending } from './expiry.ts'

const OPTIONS: CalendarOptions = {
  alarms: [21, 7, 1],
  avoidsWeekends: true,
  hasNames: true,
  accountId: '023e105f4ecef8ad9ca31a8372d0c353',
  now: Date.parse('2026-11-26T12:00:00Z'),
}

function ending(id: string, expiresOn: string, name = `token ${id}`): Ending {
  return { token: testToken(id.padEnd(32, '0'), { name, expiresOn }), at: Date.parse(expiresOn), isInUse: true }
}

/** As another library reads the file; its lines are checked here, since that library is lenient about them. */
function eventsOf(file: string) {
  expect(file.endsWith('\r\n')).toBe(true)
  for (const line of file.slice(0, -2).split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    // RFC 5545 §3.1: a content line, or the rest of one after a blank; no control character, and so no bare line break.
    expect(line).toMatch(/^([A-Z-]+[:;]| )\P{Cc}*$/u)
  }
  return convertIcsCalendar(undefined, file).events ?? []
}

test('each token is an event with its reminders', () => {
  const [first, second] = eventsOf(
    calendarOf([ending('a', '2027-01-04T08:30:00Z'), ending('b', '2027-01-05T00:00:00Z')], OPTIONS),
  )
  expect(first?.uid).toBe(`${'a'.padEnd(32, '0')}@${OPTIONS.accountId}.token-desk`)
  expect(first?.stamp.date.toISOString()).toBe('2026-11-26T12:00:00.000Z')
  expect(first?.summary).toBe('API token “token a” expires')
  expect(first?.start.date.toISOString()).toBe('2027-01-04T08:30:00.000Z')
  expect(second?.start.date.toISOString()).toBe('2027-01-05T00:00:00.000Z')
  expect(first?.alarms?.map(({ trigger, action }) => ({ value: trigger.value, action }))).toEqual(
    [21, 7, 1].map((days) => ({ value: { before: true, days }, action: 'DISPLAY' })),
  )
})

test.each([
  ['2027-01-02T08:30:00Z', '2027-01-01T08:30:00.000Z'],
  ['2027-01-03T00:00:00Z', '2027-01-01T00:00:00.000Z'],
  ['2027-01-04T00:00:00Z', '2027-01-04T00:00:00.000Z'],
])('an end on a weekend moves to Friday: %s', (end, shown) => {
  const [moved] = eventsOf(calendarOf([ending('a', end)], OPTIONS))
  expect(moved?.start.date.toISOString()).toBe(shown)
  expect(moved?.description).toContain(end.slice(0, 10))
  const reminders = moved?.alarms?.map(({ description }) => description)
  expect(reminders).toEqual([21, 7, 1].map(() => `API token “token a” expires on ${end.slice(0, 10)}`))
  const [kept] = eventsOf(calendarOf([ending('a', end)], { ...OPTIONS, avoidsWeekends: false }))
  expect(kept?.start.date.toISOString()).toBe(new Date(end).toISOString())
})

test('a name may be anything, and a secret in it is taken out', () => {
  const odd = `a;b,c\\d\nBEGIN:VEVENT\r\nSUMMARY:x “” 漢字 ${'länge '.repeat(40)}`
  const [event, ...more] = eventsOf(calendarOf([ending('a', '2027-01-04T08:30:00Z', odd)], OPTIONS))
  expect(more).toEqual([])
  expect(event?.summary).toContain('a;b,c\\d')
  const secret = `cfat_${'Ab3'.repeat(16)}`
  expect(calendarOf([ending('a', '2027-01-04T08:30:00Z', `x ${secret}`)], OPTIONS)).not.toContain('Ab3Ab3')
  // One of the old form is recognized only where it is the whole name.
  const old = 'vT8xQ2mN7pLs4RkW9yHd3FgJ6zBcE1uA5oXiKt0-'
  expect(calendarOf([ending('a', '2027-01-04T08:30:00Z', old)], OPTIONS)).not.toContain('vT8x')
})

test('without names an event has the first characters of the ID', () => {
  const [event] = eventsOf(calendarOf([ending('abcdef0123', '2027-01-04T08:30:00Z')], { ...OPTIONS, hasNames: false }))
  expect(event?.summary).toBe('API token abcdef01 expires')
})

test('without tokens it is still a calendar', () => {
  expect(eventsOf(calendarOf([], OPTIONS))).toEqual([])
})

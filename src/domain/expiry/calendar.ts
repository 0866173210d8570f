import ICAL from 'ical.js'
import { safeText } from '#domain/token/safe-text.ts'
import { DAY_MS } from '#domain/token/time.ts'
import type { Ending } from './expiry.ts'

// The library does not count the blank that a further line begins with among its 75 octets.
ICAL.foldLength = 74

export type CalendarOptions = {
  /** Days before an end at which the calendar reminds. */
  alarms: readonly number[]
  /** An end on a Saturday or Sunday shows on the Friday before, so that it is a working day. */
  avoidsWeekends: boolean
  /** Without it an event has the first characters of the token's ID. */
  hasNames: boolean
  accountId: string
  /** When it was made, in ms since 1970. */
  now: number
}

/** An iCalendar file (RFC 5545) with one event a token. Its UID is the same in each export, so that a calendar updates. */
export function calendarOf(endings: readonly Ending[], options: CalendarOptions): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Token Desk//Expiry//EN')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  for (const ending of endings) calendar.addSubcomponent(eventOf(ending, options))
  return `${calendar.toString()}\r\n`
}

function eventOf({ token, at }: Ending, options: CalendarOptions): ICAL.Component {
  const name = options.hasNames ? `“${safeText(token.name)}”` : token.id.slice(0, 8)
  const summary = `API token ${name} expires`
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', `${token.id}@${options.accountId}.token-desk`)
  event.addPropertyWithValue('dtstamp', utc(options.now))
  event.addPropertyWithValue('dtstart', utc(options.avoidsWeekends ? weekdayAt(at) : at))
  event.addPropertyWithValue('duration', ICAL.Duration.fromString('PT15M'))
  event.addPropertyWithValue('summary', summary)
  const [day, time = ''] = new Date(at).toISOString().split('T')
  event.addPropertyWithValue('description', `Expires on ${day}, ${time.slice(0, 5)} UTC.`)
  event.addPropertyWithValue('transp', 'TRANSPARENT')
  for (const days of options.alarms) event.addSubcomponent(alarmOf(days, `${summary} on ${day}`))
  return event
}

/** The event may be earlier than the end, so the text has the day. */
function alarmOf(days: number, text: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', text)
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(`-P${days}D`))
  return alarm
}

const utc = (ms: number) => ICAL.Time.fromJSDate(new Date(ms), true)

/** The same time on the Friday before a weekend. */
function weekdayAt(at: number): number {
  const day = new Date(at).getUTCDay()
  return at - (day === 6 ? 1 : day === 0 ? 2 : 0) * DAY_MS
}

import { wholeSeconds } from './time.ts'

/** A parsed time: `ms` since 1970, and the text for the API, in UTC and whole seconds. */
export type Rfc3339 = { ok: true; ms: number; wholeSeconds: string } | { ok: false; message: string }

const TIME =
  /^(?<day>\d{4}-\d{2}-\d{2})(?<between>[Tt ]|$)(?:(?<clock>\d{2}:\d{2})(?::(?<second>\d{2})(?<fraction>[.,]\d+)?)?)?(?<zone>[Zz]|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/

const EXAMPLE = '2027-01-31T00:00:00Z'
const GENERAL = `Write a time as "${EXAMPLE}", or null for none.`
const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
/** The first and last whole second with a four-digit year. */
const FIRST_MS = Date.parse('0000-01-01T00:00:00Z')
const LAST_MS = Date.parse('9999-12-31T23:59:59Z')

/**
 * Parses RFC 3339 and nothing else: `Date.parse` accepts much more, and reads a time without a zone as local. Fractions
 * are cut off. A leap second counts as the second after it, because the API has none.
 */
export function readRfc3339(text: string): Rfc3339 {
  const parts = TIME.exec(text.trim())?.groups
  if (!parts) return refuse(epochCure(text) ?? GENERAL)
  const { day = '', between = '', clock, second, fraction, zone } = parts
  const seconds = `${day}T${clock ?? '00:00'}:${second ?? '00'}`
  if (!clock) return refuse(`The time is missing. Write "${day}T00:00:00Z".`)
  if (between === ' ') return refuse(`Put a T between date and time. Write "${seconds}${zoneOf(zone)}".`)
  if (second === undefined) return refuse(`The seconds are missing. Write "${seconds}${zoneOf(zone)}".`)
  if (!zone)
    return refuse(`The time zone is missing. Write "${seconds}Z" if it is UTC, or add an offset such as +01:00.`)
  if (fraction?.startsWith(',')) return refuse(`Use a point before the fraction. Write "${seconds}${zoneOf(zone)}".`)
  if (zone !== zoneOf(zone) && !/z/i.test(zone))
    return refuse(`The offset needs a colon. Write "${seconds}${zoneOf(zone)}".`)
  return readParts({ day, clock, second: Number(second), zone })
}

type Parts = { day: string; clock: string; second: number; zone: string }

function readParts({ day, clock, second, zone }: Parts): Rfc3339 {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // JavaScript moves 30 February to March, so the date differs when formatted.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) {
    return refuse(`The date ${day} doesn’t exist.`)
  }
  if (hour > 23 || minute > 59 || second > 60) return refuse('The time must be from 00:00:00 to 23:59:59.')
  const offset = offsetMinutes(zone)
  if (offset === null) return refuse('The offset must be from -23:59 to +23:59.')
  const minutes = hour * 60 + minute - offset
  const isLastMinute = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES === DAY_MINUTES - 1
  if (second === 60 && !isLastMinute) return refuse('Second 60 is valid only at 23:59:60 UTC.')
  const ms = midnight + minutes * MINUTE_MS + second * 1000
  if (ms < FIRST_MS || ms > LAST_MS) return refuse('The year in UTC must be from 0000 to 9999.')
  return { ok: true, ms, wholeSeconds: wholeSeconds(ms) }
}

/** Go's zero time, which the API writes for "not set", and which this app reads as that. */
export const isZeroTime = (ms: number) => new Date(ms).getUTCFullYear() <= 1

/** A timestamp since 1970, in seconds or milliseconds, from 2001 to 2286. */
export function fromEpoch(count: number): string | null {
  const ms = count >= 1e9 && count < 1e10 ? count * 1000 : count >= 1e12 && count < 1e13 ? count : null
  return ms === null ? null : wholeSeconds(ms)
}

function epochCure(text: string): string | null {
  const time = /^\d+(?:\.\d+)?$/.test(text.trim()) ? fromEpoch(Number(text)) : null
  return time && `This is a Unix time. Write "${time}".`
}

function offsetMinutes(zone: string): number | null {
  if (/z/i.test(zone)) return 0
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  if (hours > 23 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** A zone in RFC 3339 spelling; UTC when there is none. */
function zoneOf(zone: string | undefined): string {
  if (!zone || /z/i.test(zone)) return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`
}

const refuse = (message: string): Rfc3339 => ({ ok: false, message })

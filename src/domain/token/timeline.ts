import { lifeLeft } from './life.ts'
import { msOf } from './time.ts'
import type { Token } from './token.ts'

export type TimelineKind = 'issued' | 'starts' | 'modified' | 'used' | 'now' | 'expires'

/** `at` is in ms since 1970, `x` the place on the line from 0 to 1. */
export type TimelinePoint = { kind: TimelineKind; at: number; x: number }

/** A part of the line: before the start, the life used, the life left, the time after the end. */
export type TimelineSpan = { kind: 'waiting' | 'used' | 'left' | 'over'; from: number; to: number }

/** Points in the order of time. `isOpen`: the life left has no end. */
export type Timeline = { points: TimelinePoint[]; spans: TimelineSpan[]; isOpen: boolean }

type Times = Pick<Token, 'issuedOn' | 'modifiedOn' | 'lastUsedOn' | 'notBefore' | 'expiresOn'>

const HAS_HAPPENED = new Set<TimelineKind>(['issued', 'modified', 'used'])

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** An open end is drawn as a part of the known time, so that it does not look like a date. */
const OPEN_SHARE = 0.25

/** The times of a token on a line that covers them all. Unreadable times have no place on it. */
export function timelineOf(token: Times, clock: number): Timeline {
  const known: [TimelineKind, string | null][] = [
    ['issued', token.issuedOn],
    ['starts', token.notBefore],
    ['modified', token.modifiedOn],
    ['used', token.lastUsedOn],
    ['expires', token.expiresOn],
  ]
  const issued = token.issuedOn === null ? null : msOf(token.issuedOn)
  const times: { kind: TimelineKind; at: number }[] = known
    .flatMap(([kind, text]) => (text === null ? [] : [{ kind, at: msOf(text) }]))
    .filter(({ at }) => !Number.isNaN(at))
    // A start or a change at the moment of issue tells nothing more.
    .filter(({ kind, at }) => (kind !== 'starts' && kind !== 'modified') || at !== issued)
  // The clock of a page counts minutes: what happened since then is not ahead.
  const happened = times.filter(({ kind, at }) => HAS_HAPPENED.has(kind) && at - clock < MINUTE_MS)
  const now = Math.max(clock, ...happened.map(({ at }) => at))
  const points = [...times, { kind: 'now' as const, at: now }].toSorted((a, b) => a.at - b.at)
  const at = (kind: TimelineKind) => times.find((time) => time.kind === kind)?.at

  const isOpen = token.expiresOn === null
  const first = points[0]?.at ?? now
  const last = points.at(-1)?.at ?? now
  const end = isOpen ? last + Math.max((last - first) * OPEN_SHARE, DAY_MS) : last
  const place = (ms: number) => (end === first ? 0 : (ms - first) / (end - first))

  const starts = Math.max(at('starts') ?? -Infinity, at('issued') ?? -Infinity)
  const start = Number.isFinite(starts) ? starts : first
  // An end that cannot be read is no end to draw.
  const stop = isOpen ? end : (at('expires') ?? now)
  const today = Math.min(Math.max(now, start), stop)
  const spans: TimelineSpan[] = [
    { kind: 'waiting' as const, from: place(first), to: place(start) },
    { kind: 'used' as const, from: place(start), to: place(today) },
    { kind: 'left' as const, from: place(Math.max(today, start)), to: place(stop) },
    { kind: 'over' as const, from: place(stop), to: place(end) },
  ].filter(({ from, to }) => to > from)
  return { points: points.map((point) => ({ ...point, x: place(point.at) })), spans, isOpen }
}

/** "318 of 365 days used", "No expiration", "Starts in 5 days", "Expired 3 days ago"; empty when it is unknown. */
export function lifeWords(token: Times, now: number): string {
  const starts = token.notBefore === null ? Number.NaN : msOf(token.notBefore)
  const expires = token.expiresOn === null ? Number.NaN : msOf(token.expiresOn)
  if (now >= expires) return `Expired ${amount(now - expires)} ago`
  if (now < starts) return `Starts in ${amount(starts - now)}`
  if (token.expiresOn === null) return 'No expiration'
  const life = lifeLeft(token, now)
  if (!life || Number.isNaN(expires)) return ''
  const total = (expires - now) / life.fraction
  const isShort = total < 2 * DAY_MS
  const unit = isShort ? HOUR_MS : DAY_MS
  const all = Math.round(total / unit)
  const used = Math.min(Math.floor((total - (expires - now)) / unit), all)
  return `${used} of ${all} ${isShort ? 'hours' : 'days'} used`
}

function amount(ms: number): string {
  const unit = ms < DAY_MS ? HOUR_MS : DAY_MS
  const units = Math.floor(ms / unit)
  const noun = unit === HOUR_MS ? 'hour' : 'day'
  return units === 0 ? 'under an hour' : `${units} ${noun}${units === 1 ? '' : 's'}`
}

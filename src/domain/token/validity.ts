import { DAY_MS, msOf, wholeSeconds, YEAR_10000_MS } from './time.ts'

/** The lives offered for a new token, in days. */
const VALIDITY_DAYS = [7, 30, 90, 180, 365] as const

type ValidityDays = (typeof VALIDITY_DAYS)[number]

/** Days from now, a date-time, or never. */
export type EndChoice = `${ValidityDays}` | 'at' | 'never'

export const END_CHOICES: { value: EndChoice; label: string }[] = [
  ...VALIDITY_DAYS.map((days) => ({ value: `${days}` as const, label: days === 365 ? '1 year' : `${days} days` })),
  { value: 'at', label: 'Custom' },
  { value: 'never', label: 'Never' },
]

/** A start and an end as a form holds them. `startsAt` and `endsAt` are values of a `datetime-local` input. */
export type ValidityChoice = { starts: 'now' | 'at'; startsAt: string; ends: EndChoice; endsAt: string }

/** A start and an end as the API takes them; `null` is none. */
export type Validity = { notBefore: string | null; expiresOn: string | null }

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?$/

export const expiryInDays = (days: number, now: number) => wholeSeconds(now + days * DAY_MS)

/**
 * A `datetime-local` value, read as this machine's local time, in UTC. `null` for
 * what is no time: empty, malformed, 31 February, an hour that clocks skip, or after the year 9999.
 */
export function toWireTime(localDateTime: string): string | null {
  const match = LOCAL_TIME.exec(localDateTime)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const date = new Date(2000, 0, 1, hour, minute, second)
  // The constructor takes the year 26 for 1926.
  date.setFullYear(year, month - 1, day)
  // JavaScript moves an unreal time to a real one, so it no longer reads the same.
  const isReal =
    date.getFullYear() === year &&
    date.getMonth() === month - 1 &&
    date.getDate() === day &&
    date.getHours() === hour &&
    date.getMinutes() === minute
  return isReal && date.getTime() < YEAR_10000_MS ? wholeSeconds(date.getTime()) : null
}

/** A time of the API as a `datetime-local` value, to the minute. */
export function toLocalInput(wire: string): string {
  const date = new Date(msOf(wire))
  if (Number.isNaN(date.getTime())) return ''
  const pad = (value: number, length = 2) => String(value).padStart(length, '0')
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** Times of the API as a form shows them. */
export const choiceOf = ({ notBefore, expiresOn }: Validity): ValidityChoice => ({
  starts: notBefore ? 'at' : 'now',
  startsAt: notBefore ? toLocalInput(notBefore) : '',
  ends: expiresOn ? 'at' : 'never',
  endsAt: expiresOn ? toLocalInput(expiresOn) : '',
})

/**
 * The times a choice means; `null` also for a date that is no time. Dates that still read as in `exact`
 * stay byte for byte: an input shows minutes, the API may hold seconds.
 */
export function validityOf({ starts, startsAt, ends, endsAt }: ValidityChoice, exact: Validity, now: number): Validity {
  const timeOf = (local: string, known: string | null) =>
    known && toLocalInput(known) === local ? known : toWireTime(local)
  return {
    notBefore: starts === 'now' ? null : timeOf(startsAt, exact.notBefore),
    expiresOn:
      ends === 'never' ? null : ends === 'at' ? timeOf(endsAt, exact.expiresOn) : expiryInDays(Number(ends), now),
  }
}

/** What is wrong with a start and an end; the API refuses both of these too (`docs/api-behaviour.md` §4, inferred). */
export function validateValidity({ notBefore, expiresOn }: Validity, now: number): { expiresOn?: string } {
  if (!expiresOn) return {}
  const end = msOf(expiresOn)
  if (end <= now) return { expiresOn: 'Choose a date in the future.' }
  if (notBefore && end <= msOf(notBefore)) return { expiresOn: 'Choose a date after the start.' }
  return {}
}

/** What is wrong with the dates of a choice. What is `stored` unchanged may stay, whatever it is. */
export function validityProblems(
  choice: ValidityChoice,
  { exact, stored, now }: { exact: Validity; stored: Validity | null; now: number },
): { startsAt?: string; endsAt?: string } {
  const validity = validityOf(choice, exact, now)
  const unreal = {
    ...(choice.starts === 'at' && validity.notBefore === null && { startsAt: dateProblem(choice.startsAt) }),
    ...(choice.ends === 'at' && validity.expiresOn === null && { endsAt: dateProblem(choice.endsAt) }),
  }
  const isStored = stored?.notBefore === validity.notBefore && stored.expiresOn === validity.expiresOn
  if (unreal.startsAt || unreal.endsAt || isStored) return unreal
  const { expiresOn } = validateValidity(validity, now)
  return expiresOn ? { endsAt: expiresOn } : {}
}

/** Why a `datetime-local` value is no time. */
export function dateProblem(local: string): string {
  if (!local) return 'Choose a date and a time.'
  const isTooLate = /^(\d{5}|9999)/.test(local)
  return isTooLate ? 'Choose an earlier date.' : 'This local time doesn’t exist: clocks skip it. Choose another.'
}

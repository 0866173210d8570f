import { MONTHS } from '#app/ui/format-time.ts'

/**
 * The local time to show beside a UTC one: "05:25 your time", with the day where that differs. `null` where both are
 * the same. `offset`: minutes that local time is ahead of UTC.
 */
export function localTimeBeside(value: string, offset = -new Date(value).getTimezoneOffset()): string | null {
  const utc = new Date(value)
  if (offset === 0 || Number.isNaN(utc.getTime())) return null
  // Read by the UTC getters, so that the machine's own zone does not matter.
  const local = new Date(utc.getTime() + offset * 60_000)
  const time = local.toISOString().slice(11, 16)
  const isSameDay = local.getUTCDate() === utc.getUTCDate()
  return `${isSameDay ? '' : `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]}, `}${time} your time`
}

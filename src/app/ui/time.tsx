import { formatDate, formatDateTimeUtc, formatRelative, isTime } from './format-time.ts'

type TimeProps = {
  value: string | null
  /** The text when there is none: "Never", "At once". */
  missing: string
  /** Ms since 1970; defaults to the page's clock. */
  now?: number
  format?: 'relative' | 'short' | 'date' | 'date-time'
}

/** A time in words, with the full UTC time as a tooltip. */
export function Time({ value, missing, now, format = 'relative' }: TimeProps) {
  if (!value) return missing
  // A text that is no time is shown as is.
  if (!isTime(value)) return value
  const whole = formatDateTimeUtc(value)
  return (
    <time dateTime={value} title={whole}>
      {format === 'date-time'
        ? whole
        : format === 'date'
          ? formatDate(value)
          : formatRelative(value, now ?? currentTime(), format === 'short')}
    </time>
  )
}

/** Read during render: a page renders often enough for "3 minutes ago" to stay right. */
const currentTime = () => Date.now()

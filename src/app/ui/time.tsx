import { formatDate, formatDateTimeUtc, formatRelative } from './format-time.ts'

type TimeProps = {
  value: string | null
  /** What to say when there is none: "Never", "At once". */
  missing: string
  /** Ms since 1970; the clock of the page when left out. */
  now?: number
  format?: 'relative' | 'date' | 'date-time'
}

/** A moment in words, with the full UTC time at hand. */
export function Time({ value, missing, now, format = 'relative' }: TimeProps) {
  if (!value) return missing
  if (Number.isNaN(Date.parse(value))) return value
  const whole = formatDateTimeUtc(value)
  return (
    <time dateTime={value} title={whole}>
      {format === 'date-time'
        ? whole
        : format === 'date'
          ? formatDate(value)
          : formatRelative(value, now ?? currentTime())}
    </time>
  )
}

/** Read as it renders: a page renders again often enough for words like "3 minutes ago". */
const currentTime = () => Date.now()

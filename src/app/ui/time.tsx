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
  // What is no time is shown as it came; `Date.parse` alone reads times into many texts.
  if (!RFC_3339.test(value) || Number.isNaN(Date.parse(value))) return value
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

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** Read as it renders: a page renders again often enough for words like "3 minutes ago". */
const currentTime = () => Date.now()

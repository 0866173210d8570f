import { useState, type CSSProperties, type KeyboardEvent } from 'react'
import { ChartAxis } from '#app/parts/expiry/chart-axis.tsx'
import { CliffNumber } from '#app/parts/expiry/cliff-number.tsx'
import { cliffNumbers, cliffsOfBar } from '#app/parts/expiry/cliff-words.ts'
import { keyOf, monthLabel, type Period, type Periods } from '#app/parts/expiry/periods.ts'
import { scaleOf } from '#app/parts/expiry/scale.ts'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import type { Cliff } from '#domain/expiry/cliffs.ts'
import { count, grouped } from '#domain/text/plural.ts'
import styles from './strip.module.css'

type ExpiryStripProps = { periods: Periods; cliffs: Cliff[] }

/**
 * A bar for each week with tokens that end in it. Each is a link, whose name says what the bar shows. One press of Tab
 * reaches the chart, and the arrow keys move in it.
 */
export function ExpiryStrip({ periods: { columns: weeks }, cliffs }: ExpiryStripProps) {
  const [current, setCurrent] = useState<string | null>(null)
  const filled = weeks.filter(({ endings }) => endings.length > 0)
  const stop = filled.find(({ key }) => key === current) ?? filled[0]
  const most = Math.max(...weeks.map(({ endings }) => endings.length))
  if (most === 0) return <p className={styles.none}>No token expires in the next 12 months.</p>
  const scale = scaleOf(most)
  return (
    <div className={styles.plot}>
      <ChartAxis {...scale} className={styles.axis} />
      <div
        role="toolbar"
        tabIndex={-1}
        className={styles.strip}
        aria-label="Tokens that expire, by week"
        onKeyDown={moveInStrip}
      >
        {weeks.map((week, index) =>
          week.endings.length === 0 ? null : (
            <Week
              key={week.key}
              week={week}
              column={index + 1}
              top={scale.top}
              cliffs={cliffNumbers(cliffs, (cliff) => keyOf(cliff.week) === week.key)}
              isStop={week === stop}
              onFocus={() => setCurrent(week.key)}
            />
          ),
        )}
      </div>
      <div aria-hidden className={styles.months}>
        {weeks.map(({ key }, index) => {
          const month = monthLabel(weeks, index)
          return month === null ? null : (
            <span key={key} style={{ gridColumn: index + 1 }}>
              {month}
            </span>
          )
        })}
      </div>
    </div>
  )
}

function moveInStrip(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link === event.target)
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  links[to]?.focus()
}

type WeekProps = {
  week: Period
  column: number
  top: number
  cliffs: string | null
  /** Tab leads to it. */
  isStop: boolean
  onFocus: () => void
}

function Week({ week: { key, title, endings }, column, top, cliffs, isStop, onFocus }: WeekProps) {
  const accountId = useAccountId()
  const inUse = endings.filter(({ isInUse }) => isInUse).length
  const idle = endings.length - inUse
  const words = `${title}: ${count(endings.length, 'token')}, ${grouped(inUse)} in use${cliffsOfBar(cliffs)}`
  return (
    <Link
      href={paths.expiry(accountId, { when: key })}
      aria-label={words}
      title={words}
      className={styles.week}
      style={{ gridColumn: column }}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
    >
      {cliffs && <CliffNumber>{cliffs}</CliffNumber>}
      {idle > 0 && <i data-swatch="idle" style={{ '--part': idle / top } as CSSProperties} />}
      {inUse > 0 && <i data-swatch="use" style={{ '--part': inUse / top } as CSSProperties} />}
    </Link>
  )
}

import type { CSSProperties } from 'react'
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

/** A bar for each week with tokens that end in it. Each is a link, whose name says what the bar shows. */
export function ExpiryStrip({ periods: { columns: weeks }, cliffs }: ExpiryStripProps) {
  const most = Math.max(...weeks.map(({ endings }) => endings.length))
  if (most === 0) return <p className={styles.none}>No token expires in the next 12 months.</p>
  const scale = scaleOf(most)
  return (
    <div className={styles.plot}>
      <ChartAxis {...scale} className={styles.axis} />
      <ul className={styles.strip} aria-label="Tokens that expire, by week">
        {weeks.map((week, index) =>
          week.endings.length === 0 ? null : (
            <Week
              key={week.key}
              week={week}
              column={index + 1}
              top={scale.top}
              cliffs={cliffNumbers(cliffs, (cliff) => keyOf(cliff.week) === week.key)}
            />
          ),
        )}
      </ul>
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

type WeekProps = { week: Period; column: number; top: number; cliffs: string | null }

function Week({ week: { key, title, endings }, column, top, cliffs }: WeekProps) {
  const accountId = useAccountId()
  const inUse = endings.filter(({ isInUse }) => isInUse).length
  const idle = endings.length - inUse
  const words = `${title}: ${count(endings.length, 'token')}, ${grouped(inUse)} in use${cliffsOfBar(cliffs)}`
  return (
    <li style={{ gridColumn: column }}>
      <Link href={paths.expiry(accountId, { when: key })} aria-label={words} title={words} className={styles.week}>
        {cliffs && <CliffNumber>{cliffs}</CliffNumber>}
        {idle > 0 && <i data-swatch="idle" style={{ '--part': idle / top } as CSSProperties} />}
        {inUse > 0 && <i data-swatch="use" style={{ '--part': inUse / top } as CSSProperties} />}
      </Link>
    </li>
  )
}

import type { CSSProperties } from 'react'
import { ChartAxis } from '#app/parts/expiry/chart-axis.tsx'
import { CliffNumber } from '#app/parts/expiry/cliff-number.tsx'
import { cliffNumbers, cliffsOfBar } from '#app/parts/expiry/cliff-words.ts'
import { scaleOf } from '#app/parts/expiry/scale.ts'
import { UseLegend } from '#app/parts/expiry/use-legend.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import type { Cliff } from '#domain/expiry/cliffs.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { dateOf, keyOf, monthLabel, type Period, type Periods, type Zoom } from '#app/parts/expiry/periods.ts'
import { ExpiryMonths } from './expiry-months.tsx'
import styles from './chart.module.css'

type ExpiryChartProps = {
  periods: Periods
  cliffs: Cliff[]
  /** The key of the period whose tokens the list shows; `null` for all. */
  chosen: string | null
  onChoose: (key: string | null) => void
  onlyInUse: boolean
  onUse: (onlyInUse: boolean) => void
  zoom: Zoom
  onZoom: (zoom: Zoom) => void
}

const USES = [
  { value: 'all', label: 'All' },
  { value: 'recent', label: 'In use' },
]

const ZOOMS = [
  { value: 'week', label: 'Weeks' },
  { value: 'day', label: 'Days' },
]

const TITLES = { week: 'Next 12 months, by week', day: 'Next 8 weeks, by day' }

/**
 * A bar a week or a day. Each is a native radio that the list below follows, so that one press of Tab reaches the chart and the
 * arrow keys move in it. The table behind it says the same by month.
 */
export function ExpiryChart(props: ExpiryChartProps) {
  const { periods, cliffs, chosen, onChoose, onlyInUse, onUse, zoom, onZoom } = props
  const { overdue, columns, later, never } = periods
  const scale = scaleOf(Math.max(4, ...columns.map(({ endings }) => endings.length)))
  const lane = (period: Period, tone?: 'critical') => (
    <Bar key={period.key} period={period} top={scale.top} isLane tone={tone} chosen={chosen} onChoose={onChoose} />
  )
  return (
    <section aria-labelledby="year">
      <div className={styles.head}>
        <h2 id="year">{TITLES[zoom]}</h2>
        <UseLegend className={styles.legend} />
        <div className={styles.choosing}>
          <Segmented
            legend="Columns of the chart"
            hideLegend
            size="small"
            name="zoom"
            value={zoom}
            options={ZOOMS}
            onChange={(value) => onZoom(value === 'day' ? 'day' : 'week')}
          />
          <Segmented
            legend="Tokens in the chart"
            hideLegend
            size="small"
            name="use"
            value={onlyInUse ? 'recent' : 'all'}
            options={USES}
            onChange={(use) => onUse(use === 'recent')}
          />
        </div>
      </div>
      <div className={styles.scroller}>
        <fieldset className={styles.chart}>
          <legend className="visually-hidden">Show the tokens of</legend>
          <label className={styles.all}>
            <input type="radio" name="period" checked={chosen === null} onChange={() => onChoose(null)} />
            <span>All</span>
          </label>
          {overdue.endings.length > 0 && lane(overdue, 'critical')}
          <div className={styles.year} style={{ '--columns': columns.length } as CSSProperties}>
            <ChartAxis {...scale} className={styles.axis} />
            {columns.map((column, index) => (
              <Bar
                key={column.key}
                period={column}
                top={scale.top}
                month={zoom === 'day' ? dayOf(column, index) : monthLabel(columns, index)}
                cliffs={cliffNumbers(
                  cliffs,
                  ({ week, day }) => keyOf(zoom === 'day' ? day.start : week) === column.key,
                )}
                chosen={chosen}
                onChoose={onChoose}
              />
            ))}
          </div>
          {later.endings.length > 0 && lane(later)}
          {never.endings.length > 0 && lane(never)}
        </fieldset>
      </div>
      <ExpiryMonths columns={columns} zoom={zoom} />
    </section>
  )
}

/** The label below today, and below each Monday that "Now" leaves room for. */
function dayOf({ key }: Period, index: number): string | null {
  if (index === 0) return 'Now'
  const isMonday = new Date(key).getUTCDay() === 1
  return isMonday && index > 3 ? dateOf(Date.parse(key)).split(' ').slice(0, 2).join(' ') : null
}

/** Where the gap of a broken bar ends, as a share of its height. */
const ABOVE_BREAK = 0.9

type BarProps = Pick<ExpiryChartProps, 'chosen' | 'onChoose'> & {
  period: Period
  /** So many tokens are as high as the chart; a lane with more is broken. */
  top: number
  isLane?: boolean
  tone?: 'critical' | undefined
  month?: string | null
  /** The numbers of its cliffs. */
  cliffs?: string | null
}

function Bar({ period, top, isLane = false, tone, month, cliffs = null, chosen, onChoose }: BarProps) {
  const { key, title, endings } = period
  const inUse = endings.filter((ending) => ending.isInUse).length
  const words = `${title}: ${count(endings.length, 'token')}, ${grouped(inUse)} in use${cliffsOfBar(cliffs)}`
  const isBroken = endings.length > top
  const high = isBroken ? 1 : endings.length / top
  // To scale below the break. Above it, those that are not in use stay visible.
  const used = Math.min(inUse / top, isBroken && inUse < endings.length ? ABOVE_BREAK : high)
  const size = { '--used': used, '--idle': high - used } as CSSProperties
  return (
    <div className={styles.slot} data-lane={isLane || undefined} data-tone={tone}>
      {endings.length > 0 && (
        <label className={styles.bar} style={size} title={words} data-broken={isBroken || undefined}>
          <input
            type="radio"
            name="period"
            aria-label={words}
            checked={chosen === key}
            onChange={() => onChoose(key)}
            onClick={() => chosen === key && onChoose(null)}
          />
          {cliffs && <CliffNumber>{cliffs}</CliffNumber>}
          {isLane && <b aria-hidden>{grouped(endings.length)}</b>}
          {inUse < endings.length && <i data-swatch="idle" />}
          {inUse > 0 && <i data-swatch="use" />}
        </label>
      )}
      <span aria-hidden className={styles.month}>
        {isLane ? title : month}
      </span>
    </div>
  )
}

import { memo } from 'react'
import { keyOf, type Period, type Periods } from '#app/parts/expiry/periods.ts'
import { CliffNumber } from '#app/parts/expiry/cliff-number.tsx'
import { cliffDay } from '#app/parts/expiry/cliff-words.ts'
import { UseLegend } from '#app/parts/expiry/use-legend.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import type { Cliff } from '#domain/expiry/cliffs.ts'
import { count } from '#domain/text/plural.ts'
import { DAY_MS } from '#domain/token/time.ts'
import { CountLink } from './count-link.tsx'
import { ExpiryStrip } from './expiry-strip.tsx'
import { LASTING, listLink } from './list-link.ts'
import { OverviewCard } from './overview-card.tsx'
import styles from './overview.module.css'

type ExpiryCardProps = {
  /** `undefined` while nothing is known. */
  periods: Periods | undefined
  cliffs: Cliff[]
  /** Ms since 1970. */
  now: number
  soFar: string | null
}

/** The cliffs that are told here. */
const SHOWN = 5

/** The next twelve months by week, and what ends together. */
export const ExpiryCard = memo(function ExpiryCard({ periods, cliffs, now, soFar }: ExpiryCardProps) {
  const accountId = useAccountId()
  const shown = cliffs.slice(0, SHOWN)
  return (
    <OverviewCard
      title="Expiry"
      tag={<UseLegend className={styles.legend} />}
      soFar={soFar}
      more={{ label: 'Next 12 months', href: paths.expiry(accountId) }}
      columns={12}
    >
      {periods && (
        <>
          <div className={styles.year}>
            <ExpiryStrip periods={periods} cliffs={shown} />
            <Sums periods={periods} now={now} />
          </div>
          {cliffs.length > 0 && (
            <ol className={styles.foot} aria-label="Tokens that expire together">
              {shown.map((cliff, index) => (
                <li key={cliff.endings[0]?.token.id}>
                  <Link href={paths.expiry(accountId, { when: keyOf(cliff.week) })} className={styles.cliff}>
                    <CliffNumber>{index + 1}</CliffNumber>
                    <span>
                      <b>{count(cliff.endings.length, 'token')} in use</b> expire {cliffDay(cliff)}
                    </span>
                  </Link>
                </li>
              ))}
              {cliffs.length > SHOWN && (
                <li>
                  <Link href={paths.expiry(accountId)}>{count(cliffs.length - SHOWN, 'more date')}</Link>
                </li>
              )}
            </ol>
          )}
        </>
      )}
    </OverviewCard>
  )
})

/** The year in figures, and what is not in it. */
function Sums({
  periods: { overdue, columns: weeks, later, never, unreadable },
  now,
}: {
  periods: Periods
  now: number
}) {
  const accountId = useAccountId()
  const soon = weeks.flatMap(({ endings }) => endings).filter(({ at }) => at !== null && at - now <= MONTH_MS)
  const inChart = ({ key, endings }: Period, label: string) => (
    <CountLink href={paths.expiry(accountId, { when: key })} label={label} count={endings.length} />
  )
  return (
    <ul className={styles.counts}>
      {overdue.endings.length > 0 && inChart(overdue, 'Expired while in use')}
      <CountLink
        href={listLink(accountId, { expiry: '30d', status: LASTING })}
        label="Within 30 days"
        count={soon.length}
      />
      {inChart(later, 'In more than a year')}
      {inChart(never, 'Never')}
      {unreadable.endings.length > 0 && inChart(unreadable, 'Unknown')}
    </ul>
  )
}

const MONTH_MS = 30 * DAY_MS

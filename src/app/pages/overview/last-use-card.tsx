import { memo, type CSSProperties } from 'react'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import type { UseCounts } from '#domain/overview/counts.ts'
import { USES, type Use } from '#domain/overview/uses.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { CountLink } from './count-link.tsx'
import { listLink } from './list-link.ts'
import { OverviewCard } from './overview-card.tsx'
import styles from './overview.module.css'

type LastUseCardProps = { counts: UseCounts | undefined; status: string; soFar: string | null }

const LABELS: Record<Exclude<Use, 'unreadable'>, string> = {
  day: 'Within a day',
  week: '1–7 days ago',
  month: '7–30 days ago',
  quarter: '30–90 days ago',
  '90d': 'Over 90 days ago',
  never: 'Never used',
}

/** Tokens that work by their last use: one bar, and the same as figures below it. */
export const LastUseCard = memo(function LastUseCard({ counts, status, soFar }: LastUseCardProps) {
  const accountId = useAccountId()
  const linkTo = (used: Use) => listLink(accountId, { used, status })
  return (
    <OverviewCard title="Last used" soFar={soFar} columns={6}>
      {counts && (
        <div className={styles.body}>
          <div aria-hidden className={styles.uses}>
            {USES.map((use) => {
              const amount = counts.uses[use]
              if (use === 'unreadable' || amount === 0) return null
              const title = `${LABELS[use]}: ${grouped(amount)}`
              return (
                <Link
                  key={use}
                  href={linkTo(use)}
                  tabIndex={-1}
                  title={title}
                  data-use={use}
                  style={{ '--amount': amount } as CSSProperties}
                />
              )
            })}
          </div>
          <ul className={`${styles.counts} ${styles.byUse}`}>
            {USES.map((use) =>
              use === 'unreadable' ? null : (
                <CountLink
                  key={use}
                  href={linkTo(use)}
                  mark={<i aria-hidden data-use={use} />}
                  label={LABELS[use]}
                  count={counts.uses[use]}
                />
              ),
            )}
          </ul>
          <p className={styles.note}>
            <Link href={listLink(accountId, { status })}>{count(counts.live, 'active token')}</Link>
            {counts.unknown > 0 && `, ${grouped(counts.unknown)} of them of an unknown status`}
            {counts.uses.unreadable > 0 &&
              `, ${grouped(counts.uses.unreadable)} of them with a last use that can’t be read`}
          </p>
        </div>
      )}
    </OverviewCard>
  )
})

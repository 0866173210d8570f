import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { listLink } from './list-link.ts'
import { OverviewCard } from './overview-card.tsx'
import styles from './overview.module.css'

type QuotaCardProps = {
  /** How many tokens there are by the API; at least that many unless `isCounted`. */
  total: number | null
  isCounted: boolean
  quota: number
  /** Tokens that are expired or were disabled long ago; `null` while unknown. */
  unneeded: number | null
  soFar: string | null
}

/** How many more tokens the account may have. */
export function QuotaCard({ total, isCounted, quota, unneeded, soFar }: QuotaCardProps) {
  const accountId = useAccountId()
  return (
    <OverviewCard title="Quota" soFar={null} columns={3}>
      {total !== null && (
        <div className={styles.body}>
          <p className={styles.figure}>
            <Link href={listLink(accountId)}>
              {!isCounted && 'At least '}
              <b>{grouped(total)}</b> of {grouped(quota)}
            </Link>
          </p>
          <progress
            aria-label="Tokens of the quota"
            className={styles.quota}
            max={quota}
            value={Math.min(total, quota)}
          />
          <p className={styles.note}>
            {unneeded !== null && unneeded > 0 ? (
              <>
                <Link href={listLink(accountId, { finding: 'T10' })}>{count(unneeded, 'token')}</Link> expired or{' '}
                {unneeded === 1 ? 'was' : 'were'} disabled long ago{soFar !== null && `, ${soFar}`}.{' '}
                <Link href={paths.findings(accountId, { rule: 'T10' })}>Clean up</Link>
              </>
            ) : (
              'The number of tokens that an account may have.'
            )}
          </p>
        </div>
      )}
    </OverviewCard>
  )
}

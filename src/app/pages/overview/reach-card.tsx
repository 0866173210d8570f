import { memo } from 'react'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { MINTING, type ReachCounts } from '#domain/overview/counts.ts'
import type { AccessLevel } from '#domain/reach/access-level.ts'
import { CountLink } from './count-link.tsx'
import { listLink } from './list-link.ts'
import { OverviewCard } from './overview-card.tsx'
import styles from './overview.module.css'

type ReachCardProps = {
  /** `undefined` while they are computed. */
  counts: ReachCounts | undefined
  hasCatalogue: boolean
  /** The filter by status that leaves the tokens counted here. */
  status: string
  soFar: string | null
}

type Row = { levels: [AccessLevel, ...AccessLevel[]]; label: string; hint: string }

const ROWS: Row[] = [
  { levels: ['everywhere'], label: 'Can change things everywhere', hint: 'All zones or the whole account' },
  { levels: ['change'], label: 'Can change named resources', hint: 'Specific zones, buckets or Workers' },
  { levels: ['run'], label: 'Can run or purge', hint: 'Without changing settings' },
  { levels: ['read'], label: 'Read only', hint: 'Named resources or all of them' },
  { levels: ['none', 'denied'], label: 'No effective access', hint: 'Denied or without resources' },
  { levels: ['unknown'], label: 'Unknown access', hint: 'May be able to change things' },
]

/** How many tokens that work can do how much. */
export const ReachCard = memo(function ReachCard({ counts, hasCatalogue, status, soFar }: ReachCardProps) {
  const accountId = useAccountId()
  return (
    <OverviewCard title="Reach" soFar={soFar} more={{ label: 'Access', href: paths.access(accountId) }} columns={4}>
      {counts && (
        <>
          <ul className={styles.levels}>
            {ROWS.map(({ levels, label, hint }) => (
              <CountLink
                key={label}
                href={listLink(accountId, { level: levels.join(','), status })}
                mark={<LevelMark level={levels[0]} />}
                label={label}
                hint={hint}
                count={levels.reduce((sum, level) => sum + counts.levels[level], 0)}
              />
            ))}
          </ul>
          <ul className={styles.counts} data-foot>
            <CountLink
              href={listLink(accountId, { group: MINTING.join(','), status })}
              label="Can create API tokens"
              count={counts.minting}
            />
          </ul>
          {!hasCatalogue && (
            <p className={styles.foot}>The permission groups can’t be read: levels follow the names in the tokens.</p>
          )}
        </>
      )}
    </OverviewCard>
  )
})

import { memo } from 'react'
import { CircleCheck } from 'lucide-react'
import { FixButton } from '#app/parts/findings/fix-button.tsx'
import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { Chip } from '#app/ui/chip.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { RULES } from '#domain/findings/rules.ts'
import type { Need } from '#domain/overview/needs.ts'
import { count, grouped } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import { listLink } from './list-link.ts'
import { OverviewCard } from './overview-card.tsx'
import styles from './overview.module.css'

type NeedsCardProps = {
  /** `undefined` while they are computed. */
  needs: Need[] | undefined
  /** How many other tokens are to be fixed soon. */
  soon: number
  tokens: Token[]
  hasCatalogue: boolean
  /** None may be more urgent than it is called. */
  isSure: boolean
  soFar: string | null
}

const SHOWN = 5

/** The tokens with an "Act now" finding, the worst by name. */
export function NeedsCard({ needs, soon, tokens, hasCatalogue, isSure, soFar }: NeedsCardProps) {
  const accountId = useAccountId()
  const more = { label: 'All findings', href: paths.findings(accountId) }
  const urgent = needs && needs.length > 0 && (
    <Link href={listLink(accountId, { finding: 'act-now' })} className={styles.tag}>
      <Chip tone="critical">{count(needs.length, 'token')}</Chip>
    </Link>
  )
  return (
    <OverviewCard title="Needs you today" tag={urgent} soFar={soFar} more={more} columns={8}>
      {needs && (
        <>
          {needs.length > 0 ? (
            <ul className={styles.needs}>
              {needs.slice(0, SHOWN).map((need) => (
                <NeedRow key={need.tokenId} {...need} token={tokens.find(({ id }) => id === need.tokenId) ?? null} />
              ))}
            </ul>
          ) : (
            <p className={styles.calm}>
              <Icon of={CircleCheck} />
              {soFar === null && isSure ? 'Nothing needs you today.' : 'Nothing that needs you today so far.'}
            </p>
          )}
          <Foot needs={needs.length} soon={soon} hasCatalogue={hasCatalogue} />
        </>
      )}
    </OverviewCard>
  )
}

/** It has more to ask than the rest of the card, which changes with every page of tokens. */
const NeedRow = memo(function NeedRow({ tokenId, worst, token }: Need & { token: Token | null }) {
  const accountId = useAccountId()
  const isReadOnly = useReadOnly(accountId)
  const title = RULES.find(({ id }) => id === worst.rule)?.title
  return (
    <li>
      <SeverityMark severity={worst.severity} />
      <div>
        <Link href={paths.token(accountId, tokenId)}>
          <TokenName name={token?.name ?? tokenId} />
        </Link>
        <p>
          <span className="visually-hidden">Act now: </span>
          {title}. {worst.seen}
        </p>
      </div>
      {!isReadOnly && <FixButton finding={worst} token={token} size="small" />}
    </li>
  )
})

function Foot({ needs, soon, hasCatalogue }: { needs: number; soon: number; hasCatalogue: boolean }) {
  const accountId = useAccountId()
  if (needs <= SHOWN && soon === 0 && hasCatalogue) return null
  return (
    <p className={styles.foot}>
      {needs > SHOWN && (
        <Link href={paths.findings(accountId, { severity: 'act-now' })} className={styles.link}>
          Show all {grouped(needs)}
        </Link>
      )}
      {!hasCatalogue && <span>The permission groups can’t be read, so some rules can’t be checked.</span>}
      {soon > 0 && (
        <Link href={listLink(accountId, { finding: 'fix-soon' })} data-end>
          {count(soon, 'token')} to fix soon
        </Link>
      )}
    </p>
  )
}

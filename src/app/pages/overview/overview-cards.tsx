import { memo, useDeferredValue, useMemo } from 'react'
import { periodsOf } from '#app/parts/expiry/periods.ts'
import { useChoices } from '#app/parts/kept-choices.ts'
import type { useFindings } from '#app/parts/findings/use-findings.ts'
import { useGrown } from '#app/parts/inventory/use-grown.ts'
import { useHeld } from '#app/parts/inventory/use-held.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import type { Cliff } from '#domain/expiry/cliffs.ts'
import type { Finding } from '#domain/findings/finding.ts'
import { tokensBySeverity } from '#domain/findings/groups.ts'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import { needsOf, tokensOf } from '#domain/overview/needs.ts'
import { grouped } from '#domain/text/plural.ts'
import { ChangesCard } from './changes-card.tsx'
import { CredentialCard } from './credential-card.tsx'
import { ExpiryCard } from './expiry-card.tsx'
import { LastUseCard } from './last-use-card.tsx'
import { liveStatus } from './list-link.ts'
import { NeedsCard } from './needs-card.tsx'
import { QuotaCard } from './quota-card.tsx'
import { ReachCard } from './reach-card.tsx'
import { useFigures } from './use-figures.ts'
import styles from './overview.module.css'

type OverviewCardsProps = {
  account: ReturnType<typeof useFindings>
  /** Without tokens but the app's own. */
  isEmpty: boolean
  /** Ms since 1970. */
  now: number
}

/** The parts of the overview. Of tokens that are not all known, each says of how many it is. */
export function OverviewCards({ account, isEmpty, now }: OverviewCardsProps) {
  const { inventory, activity, isJudging } = account
  const isWhole = hasAllTokens(inventory)
  const isGrowing = activity.kind === 'reading' && !isWhole
  const tokens = useGrown(inventory.tokens, isGrowing)
  const isBegun = inventory.totalCount !== null
  // Drawn together with the findings once all tokens are there: a drawing takes as long as judging a hundred of them.
  const figures = useHeld(useFigures(account, tokens, now, isBegun), () => isWhole && isJudging)
  return <Cards account={useDeferredValue(account)} figures={useDeferredValue(figures)} isEmpty={isEmpty} now={now} />
}

type CardsProps = OverviewCardsProps & { figures: ReturnType<typeof useFigures> }

/** So much to draw that it is drawn in slices, between which the page takes input. */
const Cards = memo(function Cards({ account, figures, isEmpty, now }: CardsProps) {
  const { inventory, activity, catalogue, findings, isSure, isCurrent } = account
  const isWhole = hasAllTokens(inventory)
  const { totalCount, isCounted } = inventory
  const isBegun = totalCount !== null
  const { settings } = useChoices(useAccountId())
  const told = useMemo(() => findings && toldOf(findings.open), [findings])
  const periods = useMemo(() => figures && periodsOf(figures.expiry, 'week', false, now), [figures, now])
  if (!isBegun && activity.kind === 'failed') {
    return (
      <div className={styles.cards}>
        <CredentialCard tokens={inventory.tokens} />
      </div>
    )
  }
  const soFar = (known: number) =>
    isWhole && known === inventory.tokens.length ? null : `of ${grouped(known)} read so far`
  const ofTokens = figures ? soFar(figures.known) : null
  const ofFindings = isCurrent ? soFar(inventory.tokens.length) : 'Checking…'
  const isUrgent = findings?.open.some(({ severity }) => severity === 'act-now') ?? false
  const status = liveStatus(figures?.uses.unknown ?? 0)
  return (
    <div className={styles.cards}>
      {/* The app's own token may be urgent where it is the only one. */}
      {(!isEmpty || isUrgent) && (
        <NeedsCard
          needs={told?.needs}
          soon={told?.soon ?? 0}
          tokens={inventory.tokens}
          hasCatalogue={catalogue !== undefined}
          isSure={isSure}
          soFar={findings ? ofFindings : null}
        />
      )}
      {!isEmpty && (
        <>
          <ReachCard
            counts={figures?.reach}
            hasCatalogue={catalogue !== undefined}
            status={status}
            soFar={figures?.reach ? ofTokens : null}
          />
          <ExpiryCard periods={periods} cliffs={figures?.cliffs ?? NO_CLIFFS} now={now} soFar={ofTokens} />
          <LastUseCard counts={figures?.uses} status={status} soFar={ofTokens} />
        </>
      )}
      <QuotaCard
        total={totalCount}
        isCounted={isCounted}
        quota={settings.quota}
        unneeded={told?.unneeded ?? null}
        soFar={isCurrent ? ofFindings : 'so far'}
      />
      <CredentialCard tokens={inventory.tokens} />
      {!isEmpty && <ChangesCard changes={figures?.changes} now={now} soFar={ofTokens} />}
    </div>
  )
})

const NO_CLIFFS: Cliff[] = []

/** What the cards tell of the findings. */
const toldOf = (findings: readonly Finding[]) => ({
  needs: needsOf(findings),
  soon: tokensBySeverity(findings)['fix-soon'],
  unneeded: tokensOf(findings, 'T10'),
})

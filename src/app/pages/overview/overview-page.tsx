import { KeyRound, RefreshCw } from 'lucide-react'
import { InventoryProgress } from '#app/parts/inventory/inventory-progress.tsx'
import { loadedOf } from '#app/parts/inventory/count-words.ts'
import { FixDialogs } from '#app/parts/findings/fix-button.tsx'
import { useFindings } from '#app/parts/findings/use-findings.ts'
import { CreateLink } from '#app/parts/create-link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import { hasAllTokens, isPartial, readSince } from '#domain/inventory/inventory.ts'
import type { UseCounts } from '#domain/overview/counts.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { OverviewCards } from './overview-cards.tsx'
import { useFigures } from './use-figures.ts'

/** Whether anything is wrong in the account, and what is coming: drawn as its tokens load. */
export function OverviewPage() {
  const accountId = useAccountId()
  const account = useFindings(accountId)
  const { inventory, activity, refresh } = account
  const now = useNow()
  const ownId = useOwnTokenId(accountId)
  const isReadOnly = useReadOnly(accountId)
  const { tokens } = inventory
  const isRead = !isPartial(inventory)
  const isReading = activity.kind === 'reading'
  const isEmpty = hasAllTokens(inventory) && tokens.every(({ id }) => id === ownId)
  const create = (label: string) => !isReadOnly && <CreateLink>{label}</CreateLink>

  return (
    <>
      <PageHeader
        title="Overview"
        description={<Summary account={account} now={now} />}
        actions={
          <>
            <Button
              tone="quiet"
              icon={<Icon of={RefreshCw} />}
              disabled={!isRead}
              busy={isReading && isRead}
              onClick={refresh}
            >
              Refresh
            </Button>
            {!isEmpty && create('Create token')}
          </>
        }
      />
      <div className="stack">
        <InventoryProgress {...account} />
        {isEmpty && (
          <Card>
            <EmptyState icon={KeyRound} title="No API tokens yet" actions={create('Create your first token')}>
              <p>
                API tokens let scripts and services access this account with exactly the permissions you choose.
                {tokens.length > 0 && ' The only one belongs to Token Desk.'}
              </p>
            </EmptyState>
          </Card>
        )}
        <FixDialogs>
          <OverviewCards account={account} isEmpty={isEmpty} now={now} />
        </FixDialogs>
      </div>
    </>
  )
}

type SummaryProps = { account: ReturnType<typeof useFindings>; now: number }

/** "143 API tokens, 120 of them active. Read 2 minutes ago.", "150 of 412 API tokens read so far." */
function Summary({ account, now }: SummaryProps) {
  const { inventory } = account
  const isWhole = hasAllTokens(inventory)
  const figures = useFigures(account, inventory.tokens, now, isWhole)
  const since = readSince(inventory)
  if (since === null) return 'What needs you in this account, and what is coming.'
  if (!isWhole) return `${loadedOf(inventory)} API tokens read so far.`
  const isCounted = figures?.known === inventory.tokens.length
  return (
    <>
      {count(inventory.tokens.length, 'API token')}
      {isCounted && `, ${activeOf(figures.uses, inventory.tokens.length)}`}. Read{' '}
      <Time value={new Date(since).toISOString()} missing="" now={Math.max(now, since)} />.
    </>
  )
}

/** "120 of them active, 2 of an unknown status", and of a single one whether it is. */
function activeOf({ live, unknown }: UseCounts, total: number): string {
  if (total === 1) return unknown === 1 ? 'of an unknown status' : live === 1 ? 'active' : 'not active'
  const active = `${grouped(live - unknown)} of them active`
  return unknown > 0 ? `${active}, ${grouped(unknown)} of an unknown status` : active
}

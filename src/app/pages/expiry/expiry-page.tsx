import { useQuery } from '@tanstack/react-query'
import { CalendarPlus } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { useAccountTokens } from '#app/parts/findings/use-account-tokens.ts'
import { loadedOf } from '#app/parts/inventory/count-words.ts'
import { InventoryProgress } from '#app/parts/inventory/inventory-progress.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { levelsQuery } from '#app/queries/levels.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { cliffsOf, type Cliff } from '#domain/expiry/cliffs.ts'
import { expiryOf, type Expiry } from '#domain/expiry/expiry.ts'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import type { AccessLevel } from '#domain/reach/access-level.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { DAY_MS } from '#domain/token/time.ts'
import { CliffNotes, type ExpiryChange } from './cliff-notes.tsx'
import { ExpiryChart } from './expiry-chart.tsx'
import { ExpiryList } from './expiry-list.tsx'
import { allPeriods, keyOf, periodAt, periodsOf } from '#app/parts/expiry/periods.ts'

const BulkDialog = lazyComponent(() => import('#app/parts/bulk/bulk-code.ts'), 'BulkDialog')
const CalendarDialog = lazyComponent(() => import('./calendar-dialog.tsx'), 'CalendarDialog')

/** When the tokens of the account end: the next twelve months as a chart, what ends together, and the tokens by date. */
export function ExpiryPage() {
  const accountId = useAccountId()
  const [search, onSearch] = usePageSearch('/accounts/$accountId/expiry')
  const state = useAccountTokens(accountId)
  const { inventory, activity, catalogue, isReady } = state
  const now = useNow()
  const expiry = useMemo(() => expiryOf(inventory.tokens, now), [inventory.tokens, now])
  const cliffs = useMemo(() => cliffsOf(expiry, now), [expiry, now])
  const onlyInUse = search.use === 'recent'
  const zoom = search.zoom === 'day' ? 'day' : 'week'
  const periods = useMemo(() => periodsOf(expiry, zoom, onlyInUse, now), [expiry, zoom, onlyInUse, now])
  const { data: levels, isPlaceholderData } = useQuery({
    ...levelsQuery({ accountId, catalogue }, inventory.tokens),
    enabled: isReady,
  })
  const isKnown = levels !== undefined && !isPlaceholderData
  const changing = isKnown ? expiry.never.filter(({ id }) => mayChange(levels.get(id))).length : null
  const isReadOnly = useReadOnly(accountId)
  const [change, setChange] = useState<ExpiryChange | null>(null)
  const [isExporting, setIsExporting] = useState(false)
  const all = allPeriods(periods)
  const shown = all.filter(({ endings }) => endings.length > 0)
  // One without tokens, too: a figure of 0 elsewhere leads to it.
  const chosen = search.when === undefined ? null : periodAt(periods, search.when)
  const choose = (when: string | null) => onSearch({ when: when ?? undefined }, { replace: true, resetScroll: false })
  const show = (what: Cliff | 'never') => {
    if (what === 'never') return choose(what)
    const day = keyOf(what.day.start)
    if (all.some(({ key }) => key === day)) return choose(day)
    // Beyond the days that the close view has, it is among the weeks.
    return onSearch({ when: keyOf(what.week), zoom: undefined }, { replace: true, resetScroll: false })
  }
  const isBegun = inventory.totalCount !== null

  return (
    <>
      <PageHeader
        title="Expiry"
        description={
          isBegun
            ? summaryOf(expiry, now, hasAllTokens(inventory) ? null : loadedOf(inventory))
            : 'When the tokens of this account stop working.'
        }
        actions={
          <Button icon={<Icon of={CalendarPlus} />} disabled={!isBegun} onClick={() => setIsExporting(true)}>
            Export calendar
          </Button>
        }
      />
      <div className="stack">
        <InventoryProgress {...state} />
        {isBegun ? (
          <>
            <Card>
              <ExpiryChart
                periods={periods}
                cliffs={cliffs}
                chosen={chosen?.key ?? null}
                onChoose={choose}
                zoom={zoom}
                onZoom={(next) =>
                  onSearch(
                    { zoom: next === 'day' ? next : undefined, when: undefined },
                    { replace: true, resetScroll: false },
                  )
                }
                onlyInUse={onlyInUse}
                onUse={(isOnly) =>
                  onSearch({ use: isOnly ? 'recent' : undefined }, { replace: true, resetScroll: false })
                }
              />
              <CliffNotes
                cliffs={cliffs}
                expiry={expiry}
                changing={changing}
                isReadOnly={isReadOnly}
                onShow={show}
                onChange={setChange}
              />
            </Card>
            <ExpiryList
              periods={shown}
              chosen={chosen}
              now={now}
              levels={levels}
              isReadOnly={isReadOnly}
              onlyInUse={onlyInUse}
              onChoose={choose}
            />
          </>
        ) : (
          activity.kind !== 'failed' && (
            <Card>
              <Section>
                <Skeleton lines={10} />
              </Section>
            </Card>
          )
        )}
      </div>
      {change && (
        <Suspense>
          <BulkDialog {...change} onClose={() => setChange(null)} />
        </Suspense>
      )}
      {isExporting && (
        <Suspense>
          <CalendarDialog expiry={expiry} inventory={inventory} onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
    </>
  )
}

/** What is not known may change something. */
const mayChange = (level: AccessLevel | undefined) =>
  level === 'change' || level === 'everywhere' || level === 'unknown' || level === undefined

/** "10 tokens expire within 30 days, 7 of them in use. 43 never expire. Of 50 of 196 tokens loaded so far." */
function summaryOf({ weeks, never, unreadable }: Expiry, now: number, loaded: string | null): string {
  const soon = weeks.flatMap(({ endings }) => endings).filter(({ at }) => at - now <= 30 * DAY_MS)
  const inUse = soon.filter(({ isInUse }) => isInUse).length
  const first =
    soon.length === 0
      ? 'No token expires within 30 days.'
      : soon.length === 1
        ? `1 token expires within 30 days and ${inUse === 1 ? 'is' : 'isn’t'} in use.`
        : `${count(soon.length, 'token')} expire within 30 days, ${grouped(inUse)} of them in use.`
  const last = never.length === 0 ? '' : ` ${grouped(never.length)} never ${never.length === 1 ? 'expires' : 'expire'}.`
  const unknown = unreadable.length === 0 ? '' : ` The end of ${count(unreadable.length, 'token')} can’t be read.`
  return first + last + unknown + (loaded === null ? '' : ` Of ${loaded} tokens loaded so far.`)
}

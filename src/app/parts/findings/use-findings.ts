import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { findingsQuery } from '#app/queries/findings.ts'
import { bucketsQuery, zonesQuery } from '#app/queries/resources.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { applySuppressions } from '#domain/findings/suppressions.ts'
import { useChoices } from './kept-choices.ts'
import { useAccountReach } from './use-account-reach.ts'

/** Findings tell of days, so they need not be judged again every minute. */
const SAME_NOW_MS = 5 * 60_000

/**
 * What is wrong with the tokens of an account, the most urgent first, without what is suppressed. `findings` is
 * `undefined` at first, and `isCurrent` is false while it belongs to tokens of before.
 */
export function useFindings(accountId: string, isWanted = true, isComputed = true) {
  const state = useAccountReach(accountId, isWanted, isComputed)
  const { inventory, reach, catalogue } = state
  const { settings, suppressions } = useChoices(accountId)
  const { data: session } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  const zones = useQuery({ ...zonesQuery(accountId), enabled: isWanted && isComputed })
  const buckets = useQuery({ ...bucketsQuery(accountId), enabled: isWanted && isComputed })
  const now = Math.floor(useNow() / SAME_NOW_MS) * SAME_NOW_MS
  const { data, isPlaceholderData } = useQuery({
    ...findingsQuery(reach ?? [], {
      now,
      accountId,
      catalogue,
      ownTokenId: session?.credential?.id ?? null,
      isReadOnlyServer: session?.isReadOnly ?? false,
      settings,
      isComplete: !isPartial(inventory),
      totalCount: inventory.isCounted ? inventory.totalCount : null,
      ...(zones.data && { zoneCount: zones.data.length }),
      ...(buckets.data && { bucketCount: buckets.data.length }),
    }),
    enabled: isComputed && reach !== undefined,
  })
  const findings = useMemo(
    () => data && { ...applySuppressions(data.findings, suppressions, now), silent: data.silent, titles: data.titles },
    [data, suppressions, now],
  )
  return { ...state, findings, isCurrent: state.isCurrent && data !== undefined && !isPlaceholderData }
}

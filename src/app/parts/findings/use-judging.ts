import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { bucketsQuery, zonesQuery } from '#app/queries/resources.ts'
import { sessionQuery } from '#app/queries/session.ts'
import type { Judging } from '#domain/findings/context.ts'
import { useChoices } from './kept-choices.ts'

/** Findings tell of days, so they need not be judged again every minute. */
const SAME_NOW_MS = 5 * 60_000

/**
 * What a token is judged by; `isLoading` while the catalogue loads. What is not asked for (`groups`, and `counts` of
 * zones and buckets) counts where another part of the app has loaded it.
 */
export function useJudging(
  accountId: string,
  asks: { groups: boolean; counts: boolean },
): { judging: Judging; isLoading: boolean } {
  const now = Math.floor(useNow() / SAME_NOW_MS) * SAME_NOW_MS
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: asks.groups, throwOnError: false })
  const { data: catalogue, isLoading } = groups
  const { data: session } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  const zoneCount = useQuery({ ...zonesQuery(accountId), enabled: asks.counts }).data?.length
  const bucketCount = useQuery({ ...bucketsQuery(accountId), enabled: asks.counts }).data?.length
  const { settings } = useChoices(accountId)
  const ownTokenId = session?.credential?.id ?? null
  const isReadOnlyServer = session?.isReadOnly ?? false
  const judging = useMemo(
    () => ({
      now,
      accountId,
      catalogue,
      ownTokenId,
      isReadOnlyServer,
      settings,
      ...(zoneCount !== undefined && { zoneCount }),
      ...(bucketCount !== undefined && { bucketCount }),
    }),
    [now, accountId, catalogue, ownTokenId, isReadOnlyServer, settings, zoneCount, bucketCount],
  )
  return { judging, isLoading }
}

/** Of one token: its findings alone are worth no request but the catalogue. */
export const OF_ONE = { groups: true, counts: false }

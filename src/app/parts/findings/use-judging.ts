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

/** What a single token is judged by; `isLoading` while the catalogue loads. The numbers of zones and buckets count where they are loaded. */
export function useJudging(accountId: string): { judging: Judging; isLoading: boolean } {
  const now = Math.floor(useNow() / SAME_NOW_MS) * SAME_NOW_MS
  const { data: catalogue, isLoading } = useQuery({ ...permissionGroupsQuery(accountId), throwOnError: false })
  const { data: session } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  // The findings of one token alone are worth no request.
  const zoneCount = useQuery({ ...zonesQuery(accountId), enabled: false }).data?.length
  const bucketCount = useQuery({ ...bucketsQuery(accountId), enabled: false }).data?.length
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

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAccountReach } from '#app/parts/findings/use-account-reach.ts'
import { useJudging } from '#app/parts/findings/use-judging.ts'
import { useOwnToken } from '#app/parts/use-own-token.ts'
import { bucketsQuery, zonesQuery } from '#app/queries/resources.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { uncountedRules, type Uncounted } from '#domain/findings/uncounted.ts'

const NONE: TokenReach[] = []

/** The rules that are judged without all zones or buckets; none while those may still come. */
export function useUncounted(accountId: string): Uncounted[] {
  const zones = useQuery(zonesQuery(accountId))
  const buckets = useQuery(bucketsQuery(accountId))
  const { isPending } = useOwnToken(accountId)
  const { judging } = useJudging(accountId, { groups: false, counts: true })
  const { reach = NONE } = useAccountReach(accountId)
  const uncounted = useMemo(() => uncountedRules(judging, reach), [judging, reach])
  return isPending || zones.isPending || buckets.isPending ? [] : uncounted
}

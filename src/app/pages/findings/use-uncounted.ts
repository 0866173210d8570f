import { useQuery } from '@tanstack/react-query'
import { useJudging } from '#app/parts/findings/use-judging.ts'
import { useOwnToken } from '#app/parts/use-own-token.ts'
import { bucketsQuery, zonesQuery } from '#app/queries/resources.ts'
import { uncountedRules, type Uncounted } from '#domain/findings/uncounted.ts'

/** The rules that are judged without all zones or buckets; none while those may still come. */
export function useUncounted(accountId: string): Uncounted[] {
  const zones = useQuery(zonesQuery(accountId))
  const buckets = useQuery(bucketsQuery(accountId))
  const { isPending } = useOwnToken(accountId)
  const { judging } = useJudging(accountId, { groups: false, counts: true })
  return isPending || zones.isPending || buckets.isPending ? [] : uncountedRules(judging)
}

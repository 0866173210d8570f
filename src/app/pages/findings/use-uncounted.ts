import { useQuery } from '@tanstack/react-query'
import { bucketsQuery, zonesQuery } from '#app/queries/resources.ts'
import { uncountedRules, type Uncounted } from '#domain/findings/uncounted.ts'

/** The rules that are judged without the number of zones or buckets; none while those may still come. */
export function useUncounted(accountId: string): Uncounted[] {
  const zones = useQuery(zonesQuery(accountId))
  const buckets = useQuery(bucketsQuery(accountId))
  return uncountedRules({
    ...((zones.data || !zones.isError) && { zoneCount: 0 }),
    ...((buckets.data || !buckets.isError) && { bucketCount: 0 }),
  })
}

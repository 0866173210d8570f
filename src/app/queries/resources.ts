import { queryOptions } from '@tanstack/react-query'
import { listBuckets, listWorkers, listZones } from '#app/api/resources.ts'
import type { Listing } from '#domain/resources/listing.ts'

/** Lists are optional: with a credential that may not read them, pages show and accept IDs. */
const listingQuery =
  <Item>(kind: string, list: (accountId: string, signal: AbortSignal) => Promise<Listing<Item>>) =>
  (accountId: string) =>
    queryOptions({
      queryKey: [kind, accountId],
      queryFn: ({ signal }) => list(accountId, signal),
      staleTime: 5 * 60_000,
      throwOnError: false,
    })

/** Most of the app asks for the items alone, and not whether all of them came. */
function itemsQuery<Item>(listing: (accountId: string) => ReturnType<ReturnType<typeof listingQuery<Item>>>) {
  const select = ({ items }: Listing<Item>) => items
  return (accountId: string) => queryOptions({ ...listing(accountId), select })
}

export const zoneListingQuery = listingQuery('zones', listZones)
export const bucketListingQuery = listingQuery('buckets', listBuckets)
export const workerListingQuery = listingQuery('workers', listWorkers)

export const zonesQuery = itemsQuery(zoneListingQuery)
export const bucketsQuery = itemsQuery(bucketListingQuery)
/** Fetched only where a policy names single Workers: few do. */
export const workersQuery = itemsQuery(workerListingQuery)

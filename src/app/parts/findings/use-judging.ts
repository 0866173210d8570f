import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { useOwnToken } from '#app/parts/use-own-token.ts'
import { isComing } from '#app/queries/is-coming.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { bucketListingQuery, workerListingQuery, zoneListingQuery } from '#app/queries/resources.ts'
import { sessionQuery } from '#app/queries/session.ts'
import type { Judging, Listings } from '#domain/findings/context.ts'
import type { Listing, Named } from '#domain/resources/listing.ts'
import { useChoices } from '#app/parts/kept-choices.ts'

/** Findings tell of days, so they need not be judged again every minute. */
const SAME_NOW_MS = 5 * 60_000

/**
 * What a token is judged by; `isLoading` while the catalogue loads, `isListing` while the first answer of a list, of
 * the session or of the app's own token is on its way. What is not asked for (`groups`, and `counts` of
 * zones and buckets with the app's own token) counts where another part of the app has loaded it.
 */
export function useJudging(
  accountId: string,
  asks: { groups: boolean; counts: boolean },
): { judging: Judging; isLoading: boolean; isListing: boolean } {
  const now = Math.floor(useNow() / SAME_NOW_MS) * SAME_NOW_MS
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: asks.groups })
  const { data: catalogue } = groups
  const { data: session } = useQuery(sessionQuery(accountId))
  const { listings, areComing } = useListings(accountId, asks.counts)
  // Its policies tell whether what is listed is all there is.
  const { token: ownToken, isComing: isOwnComing } = useOwnToken(accountId, { asks: asks.counts })
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
      listings,
      ...(listings.zones && { zoneCount: listings.zones.items.length }),
      ...(listings.buckets && { bucketCount: listings.buckets.items.length }),
      ...(ownToken && { ownToken }),
    }),
    [now, accountId, catalogue, ownTokenId, isReadOnlyServer, settings, listings, ownToken],
  )
  return { judging, isLoading: isComing(groups), isListing: areComing || isOwnComing }
}

/** The resources that are listed, by ID. */
function useListings(accountId: string, isAsked: boolean): { listings: Listings; areComing: boolean } {
  const zone = useQuery({ ...zoneListingQuery(accountId), enabled: isAsked })
  const bucket = useQuery({ ...bucketListingQuery(accountId), enabled: isAsked })
  // Few tokens name single Workers, so nothing asks for a list of them here.
  const { data: workers } = useQuery({ ...workerListingQuery(accountId), enabled: false })
  const [zones, buckets] = [zone.data, bucket.data]
  const listings = useMemo(
    () => ({
      ...(zones && { zones: withIds(zones) }),
      ...(buckets && { buckets }),
      ...(workers && { workers: withIds(workers) }),
    }),
    [zones, buckets, workers],
  )
  return { listings, areComing: isComing(zone) || isComing(bucket) }
}

const known = new WeakMap<Listing<Named>, Listing<string>>()

/** One object for a listing, wherever it is judged by: what is computed with it is computed once. */
function withIds(listing: Listing<Named>): Listing<string> {
  const ids = known.get(listing) ?? { ...listing, items: listing.items.map(({ id }) => id) }
  known.set(listing, ids)
  return ids
}

/** Of one token: its findings alone are worth no request but the catalogue. */
export const OF_ONE = { groups: true, counts: false }

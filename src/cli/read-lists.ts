import {
  BUCKETS_PER_PAGE,
  bucketsIn,
  readBuckets,
  toBucketPage,
  type BucketPage,
  type Jurisdiction,
} from '#domain/resources/bucket-listing.ts'
import { PER_PAGE, readPages, toPage, type Listing } from '#domain/resources/listing.ts'
import { listOf, type Api } from './api.ts'
import { ReadError } from './usage.ts'

/** The IDs of the zones that the token of the environment can see. */
export async function listZones(api: Api, accountId: string, since: number): Promise<Listing<string>> {
  const { items, ...listing } = await readPages(async (page) => {
    const params = { account: { id: accountId }, page, per_page: PER_PAGE }
    const answer = await api.read((sdk) => sdk.zones.list(params))
    return toPage(listOf(answer), answer.resultInfo['total_count'])
  }, since)
  return { ...listing, items: items.map(({ id }) => id) }
}

/** Every R2 bucket, as `eu/name`. */
export const listBuckets = (api: Api, accountId: string, since: number): Promise<Listing<string>> =>
  readBuckets(async (jurisdiction, cursor) => {
    try {
      return await bucketPage(api, accountId, jurisdiction, cursor)
    } catch (error) {
      // An account without R2, or without this jurisdiction, answers with an error.
      if (error instanceof ReadError && (jurisdiction !== 'default' || error.message.includes('(10042)'))) return null
      throw error
    }
  }, since)

async function bucketPage(
  api: Api,
  accountId: string,
  jurisdiction: Jurisdiction,
  cursor: string,
): Promise<BucketPage> {
  const params = { account_id: accountId, per_page: BUCKETS_PER_PAGE, 'cf-r2-jurisdiction': jurisdiction }
  const answer = await api.read((sdk) => sdk.r2.buckets.list({ ...params, ...(cursor && { cursor }) }))
  return toBucketPage(listOf(bucketsIn(answer.result)), answer.resultInfo['cursor'])
}

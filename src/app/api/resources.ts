import {
  BUCKETS_PER_PAGE,
  bucketsIn,
  readBuckets,
  toBucketPage,
  type BucketPage,
  type Jurisdiction,
} from '#domain/resources/bucket-listing.ts'
import { PER_PAGE, readPages, toPage, type Listing, type Named } from '#domain/resources/listing.ts'
import { listOf, readAnswer } from './answer.ts'
import type { ApiRequest, Sdk } from './client.ts'
import { ApiFailure, isRateLimited } from './errors.ts'

/** Every zone of the account that the credential can see, in the API's order. */
export const listZones = (accountId: string, signal?: AbortSignal): Promise<Listing<Named>> =>
  listPages((sdk, page) => sdk.zones.list({ account: { id: accountId }, ...page }, { signal }))

/**
 * Every Worker of the account, by name. Of the API's two lists this is the one whose `id` is the
 * tag in a resource key; `/workers/scripts` calls the name `id` and can omit the tag.
 */
export async function listWorkers(accountId: string, signal?: AbortSignal): Promise<Listing<Named>> {
  const found = await listPages((sdk, page) =>
    sdk.workers.beta.workers.list({ account_id: accountId, ...page }, { signal }),
  )
  return { ...found, items: found.items.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
}

type AskFor = (sdk: Sdk, page: { page: number; per_page: number }) => ApiRequest

const listPages = (askFor: AskFor) =>
  readPages(
    (page) =>
      readAnswer(
        (sdk) => askFor(sdk, { page, per_page: PER_PAGE }),
        (answer) => toPage(listOf(answer), answer.resultInfo['total_count']),
      ),
    Date.now(),
  )

/** Every R2 bucket of every jurisdiction, as `eu/name`. An account without R2 answers with an error, which reads as no buckets. */
export const listBuckets = (accountId: string, signal?: AbortSignal): Promise<Listing<string>> =>
  readBuckets((jurisdiction, cursor) => readBucketPage(accountId, jurisdiction, cursor, signal), Date.now())

async function readBucketPage(
  accountId: string,
  jurisdiction: Jurisdiction,
  cursor: string,
  signal?: AbortSignal,
): Promise<BucketPage | null> {
  const params = {
    account_id: accountId,
    per_page: BUCKETS_PER_PAGE,
    ...(cursor && { cursor }),
    'cf-r2-jurisdiction': jurisdiction,
  }
  // The jurisdictions share an address, which a browser with its cache on reads once at a time.
  const send = (sdk: Sdk) => sdk.r2.buckets.list(params, { signal, fetchOptions: { cache: 'no-store' } })
  try {
    return await readAnswer(send, ({ result, resultInfo }) =>
      toBucketPage(listOf(bucketsIn(result)), resultInfo['cursor']),
    )
  } catch (error) {
    if (error instanceof ApiFailure && isAbsence(error, jurisdiction)) return null
    throw error
  }
}

/** A jurisdiction the account has not got, or R2 not switched on (10042), is an empty list; a refusal is not. */
function isAbsence(error: ApiFailure, jurisdiction: string): boolean {
  if (error.problems.some(({ code }) => code === 10042)) return true
  return jurisdiction !== 'default' && error.status !== undefined && error.status < 500 && !isRateLimited(error)
}

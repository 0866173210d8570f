import type { BucketListResponse } from 'cloudflare/resources/r2/buckets/buckets'
import type { Zone as WireZone } from 'cloudflare/resources/zones/zones'
import { ApiFailure } from './errors.ts'
import { readApi } from './read.ts'

export type Zone = { id: string; name: string }
export type Bucket = { name: string; jurisdiction: string }

/** The API's largest page. */
const ZONES_PER_PAGE = 50
/** Requests at once: quick for hundreds of zones, small beside the budget of 1,200 in five minutes. */
const PAGES_AT_ONCE = 4
/** Buckets are listed per jurisdiction. The other two names the SDK knows need a special contract. */
const JURISDICTIONS = ['default', 'eu', 'fedramp'] as const
const BUCKETS_PER_PAGE = 1000

/** Every zone of the account that the credential may see, in the API's order. */
export async function listZones(accountId: string, signal?: AbortSignal): Promise<Zone[]> {
  const first = await listZonePage(accountId, 1, signal)
  const zones = [...first.zones]
  const lastPage = Math.ceil(first.totalCount / ZONES_PER_PAGE)
  for (let next = 2; next <= lastPage; next += PAGES_AT_ONCE) {
    const pages = Array.from({ length: Math.min(PAGES_AT_ONCE, lastPage - next + 1) }, (_, offset) => next + offset)
    const batch = await Promise.all(pages.map((page) => listZonePage(accountId, page, signal)))
    zones.push(...batch.flatMap((page) => page.zones))
  }
  return zones
}

async function listZonePage(accountId: string, page: number, signal?: AbortSignal) {
  const query = { 'account.id': accountId, page, per_page: ZONES_PER_PAGE }
  const answer = await readApi<WireZone[]>('/v4/zones', query, { signal })
  return {
    zones: answer.result.map(({ id, name }) => ({ id, name })),
    totalCount: answer.result_info?.total_count ?? answer.result.length,
  }
}

/** Every R2 bucket of every jurisdiction. An account without R2 answers with an error, which reads as no buckets. */
export async function listBuckets(accountId: string, signal?: AbortSignal): Promise<Bucket[]> {
  const lists = await Promise.all(JURISDICTIONS.map((jurisdiction) => listBucketsIn(accountId, jurisdiction, signal)))
  return lists.flat()
}

async function listBucketsIn(
  accountId: string,
  jurisdiction: (typeof JURISDICTIONS)[number],
  signal?: AbortSignal,
): Promise<Bucket[]> {
  const buckets: Bucket[] = []
  let cursor: string | undefined
  do {
    const query = { per_page: BUCKETS_PER_PAGE, ...(cursor ? { cursor } : {}) }
    const answer = await readApi<BucketListResponse | null>(`/v4/accounts/${accountId}/r2/buckets`, query, {
      signal,
      headers: { 'cf-r2-jurisdiction': jurisdiction },
    }).catch((error: unknown) => {
      if (error instanceof ApiFailure && isAbsence(error, jurisdiction)) return null
      throw error
    })
    if (!answer) return buckets
    for (const bucket of answer.result?.buckets ?? [])
      if (bucket.name) buckets.push({ name: bucket.name, jurisdiction })
    cursor = answer.result_info?.cursor || undefined
  } while (cursor)
  return buckets
}

/** A jurisdiction the account has not got, or R2 not switched on (10042), is an empty list; a refusal is not. */
function isAbsence(error: ApiFailure, jurisdiction: string): boolean {
  if (error.problems.some(({ code }) => code === 10042)) return true
  return jurisdiction !== 'default' && error.status !== undefined && error.status < 500 && error.status !== 429
}

import { isObject } from '#domain/token-json/is-object.ts'
import { ApiFailure, oddAnswer } from './errors.ts'
import { listOf, readApi } from './read.ts'
import { totalOf } from './total.ts'

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
  return readApi('/v4/zones', {
    query,
    signal,
    parse: (answer) => ({
      zones: listOf(answer).flatMap(toZone),
      ...totalOf(answer.resultInfo['total_count'], { page, perPage: ZONES_PER_PAGE, count: listOf(answer).length }),
    }),
  })
}

/** A zone without a name is shown by its id; an item without an id is none. */
function toZone(wire: unknown): Zone[] {
  if (!isObject(wire) || typeof wire['id'] !== 'string' || wire['id'] === '') return []
  return [{ id: wire['id'], name: typeof wire['name'] === 'string' && wire['name'] ? wire['name'] : wire['id'] }]
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
    const page = await readApi(`/v4/accounts/${accountId}/r2/buckets`, {
      query,
      signal,
      headers: { 'cf-r2-jurisdiction': jurisdiction },
      // One address for all jurisdictions: the browser's cache would let through one request at a time.
      cache: 'no-store',
      parse: ({ result, resultInfo }) => ({ names: bucketNames(result), next: resultInfo['cursor'] }),
    }).catch((error: unknown) => {
      if (error instanceof ApiFailure && isAbsence(error, jurisdiction)) return null
      throw error
    })
    if (!page) return buckets
    buckets.push(...page.names.map((name) => ({ name, jurisdiction })))
    cursor = typeof page.next === 'string' && page.next !== '' ? page.next : undefined
  } while (cursor)
  return buckets
}

function bucketNames(result: unknown): string[] {
  const list = isObject(result) ? result['buckets'] : undefined
  if (!Array.isArray(list)) throw oddAnswer('The API answered without a list.')
  return list.flatMap((bucket: unknown) =>
    isObject(bucket) && typeof bucket['name'] === 'string' && bucket['name'] ? [bucket['name']] : [],
  )
}

/** A jurisdiction the account has not got, or R2 not switched on (10042), is an empty list; a refusal is not. */
function isAbsence(error: ApiFailure, jurisdiction: string): boolean {
  if (error.problems.some(({ code }) => code === 10042)) return true
  return jurisdiction !== 'default' && error.status !== undefined && error.status < 500 && error.status !== 429
}

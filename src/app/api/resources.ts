import { isObject } from '#domain/text/is-object.ts'
import { listOf, readAnswer } from './answer.ts'
import type { ApiRequest, Sdk } from './client.ts'
import { ApiFailure } from './errors.ts'

/** A listed resource: its ID, as a policy names it, and a name. */
export type Named = { id: string; name: string }
export type Zone = Named

/** The API's largest page of zones; of Workers it publishes none. */
const PER_PAGE = 50
/** Concurrent requests: quick for hundreds of zones, few beside the budget of 1,200 in five minutes. */
const PAGES_AT_ONCE = 4
/** Buckets are listed per jurisdiction. The other two names the SDK knows need a special contract. */
const JURISDICTIONS = ['default', 'eu', 'fedramp'] as const
const BUCKETS_PER_PAGE = 1000

/** Every zone of the account that the credential can see, in the API's order. */
export const listZones = (accountId: string, signal?: AbortSignal): Promise<Zone[]> =>
  listPages((sdk, page) => sdk.zones.list({ account: { id: accountId }, ...page }, { signal }))

/**
 * Every Worker of the account, by name. Of the API's two lists this is the one whose `id` is the
 * tag in a resource key; `/workers/scripts` calls the name `id` and can omit the tag.
 */
export async function listWorkers(accountId: string, signal?: AbortSignal): Promise<Named[]> {
  const found = await listPages((sdk, page) =>
    sdk.workers.beta.workers.list({ account_id: accountId, ...page }, { signal }),
  )
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

type Page = { page: number; per_page: number }
type AskFor = (sdk: Sdk, page: Page) => ApiRequest

async function listPages(askFor: AskFor): Promise<Named[]> {
  const first = await listPage(askFor, 1)
  // A list that changes while it is read can name one twice.
  const items = new Map(first.items.map((item) => [item.id, item]))
  for (let next = 2, last = lastPage(first), isNew = true; isNew && next <= last; next += PAGES_AT_ONCE) {
    const pages = Array.from({ length: Math.min(PAGES_AT_ONCE, last - next + 1) }, (_, offset) => next + offset)
    const batch = await Promise.all(pages.map((page) => listPage(askFor, page)))
    // Without a correct total, the loop ends when nothing new arrives.
    const known = items.size
    for (const { items: more } of batch) for (const item of more) items.set(item.id, item)
    isNew = items.size > known
  }
  return [...items.values()]
}

/** Pages can be smaller than requested; without a total, pages are read until nothing new arrives. */
function lastPage({ length, total }: { length: number; total: number | null }): number {
  if (total === null) return length < PER_PAGE ? 1 : Infinity
  return length > 0 && total > length ? Math.ceil(total / length) : 1
}

function listPage(askFor: AskFor, page: number) {
  return readAnswer(
    (sdk) => askFor(sdk, { page, per_page: PER_PAGE }),
    (answer) => {
      const list = listOf(answer)
      const { total_count: total } = answer.resultInfo
      return { items: list.flatMap(toNamed), length: list.length, total: typeof total === 'number' ? total : null }
    },
  )
}

/** One malformed item is left out, or shown by its ID, and the others are kept. */
function toNamed(item: unknown): Named[] {
  const { id, name } = isObject(item) ? item : {}
  if (typeof id !== 'string' || id === '') return []
  return [{ id, name: typeof name === 'string' && name ? name : id }]
}

/** Every R2 bucket of every jurisdiction, as `eu/name`. An account without R2 answers with an error, which reads as no buckets. */
export async function listBuckets(accountId: string, signal?: AbortSignal): Promise<string[]> {
  const lists = await Promise.all(JURISDICTIONS.map((jurisdiction) => listBucketsIn(accountId, jurisdiction, signal)))
  return [...new Set(lists.flat())]
}

type Jurisdiction = (typeof JURISDICTIONS)[number]

async function listBucketsIn(accountId: string, jurisdiction: Jurisdiction, signal?: AbortSignal): Promise<string[]> {
  const found: string[] = []
  const cursors = new Set<string>()
  for (let cursor: unknown = ''; typeof cursor === 'string' && !cursors.has(cursor);) {
    cursors.add(cursor)
    const page = await readBuckets(accountId, jurisdiction, cursor, signal)
    if (!page) return found
    found.push(...page.names.map((name) => `${jurisdiction}/${name}`))
    cursor = page.next || null
  }
  return found
}

async function readBuckets(accountId: string, jurisdiction: Jurisdiction, cursor: string, signal?: AbortSignal) {
  const params = {
    account_id: accountId,
    per_page: BUCKETS_PER_PAGE,
    ...(cursor && { cursor }),
    'cf-r2-jurisdiction': jurisdiction,
  }
  // The jurisdictions share an address, which a browser with its cache on reads once at a time.
  const send = (sdk: Sdk) => sdk.r2.buckets.list(params, { signal, fetchOptions: { cache: 'no-store' } })
  try {
    return await readAnswer(send, ({ result, resultInfo }) => {
      const list = listOf({ result: isObject(result) ? result['buckets'] : null })
      const names = list.flatMap((bucket) =>
        isObject(bucket) && typeof bucket['name'] === 'string' && bucket['name'] ? [bucket['name']] : [],
      )
      return { names, next: resultInfo['cursor'] }
    })
  } catch (error) {
    if (error instanceof ApiFailure && isAbsence(error, jurisdiction)) return null
    throw error
  }
}

/** A jurisdiction the account has not got, or R2 not switched on (10042), is an empty list; a refusal is not. */
function isAbsence(error: ApiFailure, jurisdiction: string): boolean {
  if (error.problems.some(({ code }) => code === 10042)) return true
  return jurisdiction !== 'default' && error.status !== undefined && error.status < 500 && error.status !== 429
}

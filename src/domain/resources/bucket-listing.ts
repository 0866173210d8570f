import { isObject } from '#domain/text/is-object.ts'
import type { Listing } from './listing.ts'

/** Buckets are listed per jurisdiction. The other two names the SDK knows need a special contract. */
const JURISDICTIONS = ['default', 'eu', 'fedramp'] as const
export type Jurisdiction = (typeof JURISDICTIONS)[number]

export const BUCKETS_PER_PAGE = 1000

/** A page of a list by cursor; `next` leads to the one after it. `isOdd`: has something that can't be read. */
export type BucketPage = { names: string[]; isOdd: boolean; next: unknown }

/** `null`: the account has not got the jurisdiction. */
type ReadPage = (jurisdiction: Jurisdiction, cursor: string) => Promise<BucketPage | null>

/** Every R2 bucket of every jurisdiction, as `eu/name`, read from now on (`since`). */
export async function readBuckets(readPage: ReadPage, since: number): Promise<Listing<string>> {
  const lists = await Promise.all(JURISDICTIONS.map((jurisdiction) => readJurisdiction(readPage, jurisdiction)))
  const items = [...new Set(lists.flatMap((list) => list.items))]
  return { items, isWhole: lists.every(({ isWhole }) => isWhole), since }
}

async function readJurisdiction(
  readPage: ReadPage,
  jurisdiction: Jurisdiction,
): Promise<Pick<Listing<string>, 'items' | 'isWhole'>> {
  const items: string[] = []
  let isWhole = true
  const cursors = new Set<string>()
  for (let cursor = ''; !cursors.has(cursor);) {
    cursors.add(cursor)
    const page = await readPage(jurisdiction, cursor)
    // A list that has begun does not end with a refusal.
    if (!page) return { items, isWhole: isWhole && items.length === 0 }
    items.push(...page.names.map((name) => `${jurisdiction}/${name}`))
    if (page.isOdd) isWhole = false
    const { next } = page
    // A full page without a next one may have been cut.
    if (typeof next !== 'string' || next === '')
      return { items, isWhole: isWhole && page.names.length < BUCKETS_PER_PAGE }
    cursor = next
  }
  // The cursor led back.
  return { items, isWhole: false }
}

/** An answer's list of buckets, which lies a step deeper than other lists. */
export const bucketsIn = (result: unknown): { result: unknown } => ({
  result: isObject(result) ? result['buckets'] : null,
})

/** The names in an answer's list of buckets. */
export function toBucketPage(list: unknown[], next: unknown): BucketPage {
  const names = list.flatMap((bucket) =>
    isObject(bucket) && typeof bucket['name'] === 'string' && bucket['name'] ? [bucket['name']] : [],
  )
  return { names, isOdd: names.length < list.length, next }
}

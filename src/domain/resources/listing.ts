import { isObject } from '#domain/text/is-object.ts'

/** A listed resource: its ID, as a policy names it, and a name. */
export type Named = { id: string; name: string }

/** What was read of a list. */
export type Listing<Item> = {
  items: Item[]
  /** Whether nothing shows that an item is missing. What the credential may not see is missing all the same. */
  isWhole: boolean
  /** When reading began, in ms since 1970: what was created later can be missing. */
  since: number
}

/** A page of a list by numbers; `length` counts odd items, too. `total` is `null` where the API does not tell it. */
export type Page = { items: Named[]; length: number; total: number | null }

/** The API's largest page of zones; of Workers it publishes none. */
export const PER_PAGE = 50
/** Concurrent requests: quick for hundreds of zones, few beside the budget of 1,200 in five minutes. */
const PAGES_AT_ONCE = 4

/** Reads all pages of a list from now on (`since`). It is whole when each page tells the very number of items that came. */
export async function readPages(readPage: (page: number) => Promise<Page>, since: number): Promise<Listing<Named>> {
  const first = await readPage(1)
  // A list that changes while it is read can name one twice.
  const items = new Map(first.items.map((item) => [item.id, item]))
  const totals = new Set([first.total])
  for (let next = 2, last = lastPage(first), isNew = true; isNew && next <= last; next += PAGES_AT_ONCE) {
    const pages = Array.from({ length: Math.min(PAGES_AT_ONCE, last - next + 1) }, (_, offset) => next + offset)
    const batch = await Promise.all(pages.map(readPage))
    // Without a correct total, the loop ends when nothing new arrives.
    const known = items.size
    for (const page of batch) {
      totals.add(page.total)
      for (const item of page.items) items.set(item.id, item)
    }
    isNew = items.size > known
  }
  return { items: [...items.values()], isWhole: totals.size === 1 && totals.has(items.size), since }
}

/** Pages can be smaller than requested; without a total, pages are read until nothing new arrives. */
function lastPage({ length, total }: Page): number {
  if (total === null) return length < PER_PAGE ? 1 : Infinity
  return length > 0 && total > length ? Math.ceil(total / length) : 1
}

/** One malformed item is left out, or shown by its ID, and the others are kept. */
export const toPage = (list: unknown[], total: unknown): Page => ({
  items: list.flatMap(toNamed),
  length: list.length,
  total: typeof total === 'number' ? total : null,
})

function toNamed(item: unknown): Named[] {
  const { id, name } = isObject(item) ? item : {}
  if (typeof id !== 'string' || id === '') return []
  return [{ id, name: typeof name === 'string' && name ? name : id }]
}

import * as v from 'valibot'
import { readSearch, writeSearch } from '#app/parts/search-text.ts'
import { readStored, store } from '#app/ui/storage.ts'
import { listDefaults, listSearch, type ListSearch } from './list-search.ts'

/** A search, its filters and its order, under a name. */
export type SavedView = { name: string; search: ListSearch }

const keyOf = (accountId: string) => `token-desk.views.${accountId}`

/** Texts, as in an address; older views have numbers and booleans. */
const stored = v.pipe(
  v.record(v.string(), v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String))),
  v.transform((texts) => v.parse(listSearch, texts)),
)
const schema = v.array(v.object({ name: v.string(), search: stored }))

/** Views are stored in this browser. What cannot be read is ignored. */
export function savedViews(accountId: string): SavedView[] {
  try {
    return v.parse(schema, JSON.parse(readStored('localStorage', keyOf(accountId)) ?? '[]'))
  } catch {
    return []
  }
}

/** Returns whether the browser stored them. */
export function storeViews(accountId: string, views: SavedView[]): boolean {
  const short = views.map(({ name, search }) => ({ name, search: readSearch(writeSearch(search, listDefaults)) }))
  return store('localStorage', keyOf(accountId), JSON.stringify(short))
}

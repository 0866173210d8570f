import * as v from 'valibot'
import { readStored, store } from '#app/ui/storage.ts'

/** Search words, filters and order of the list under a name: the search params of its address, as text. */
export type SavedView = { name: string; search: Record<string, string> }

const keyOf = (accountId: string) => `token-desk.views.${accountId}`

/** Older views have numbers and booleans. */
const text = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String))
const schema = v.array(v.object({ name: v.string(), search: v.record(v.string(), text) }))

/** Views are stored in this browser. What cannot be read is ignored. */
export function savedViews(accountId: string): SavedView[] {
  try {
    return v.parse(schema, JSON.parse(readStored('localStorage', keyOf(accountId)) ?? '[]'))
  } catch {
    return []
  }
}

/** Returns whether the browser stored them. */
export const storeViews = (accountId: string, views: SavedView[]): boolean =>
  store('localStorage', keyOf(accountId), JSON.stringify(views))

import { useState } from 'react'
import * as v from 'valibot'
import { readStored, store } from '#app/ui/storage.ts'
import type { ColumnName } from '#domain/inventory/sort.ts'
import { COLUMN_NAMES } from './list-columns.tsx'

/** How the table is drawn. Columns that are not named here are shown where there is room for them. */
export type ListLook = { density: 'comfortable' | 'compact'; shown: ColumnName[]; hidden: ColumnName[] }

const KEY = 'token-desk.list'

const names = v.fallback(v.array(v.picklist(COLUMN_NAMES)), [])
const schema = v.object({
  density: v.fallback(v.picklist(['comfortable', 'compact']), 'comfortable'),
  shown: names,
  hidden: names,
})

const DEFAULT: ListLook = { density: 'comfortable', shown: [], hidden: [] }

/** Read before the first rows render. What cannot be read is ignored. */
function storedLook(): ListLook {
  try {
    return v.parse(schema, JSON.parse(readStored('localStorage', KEY) ?? '{}'))
  } catch {
    return DEFAULT
  }
}

/** The look of the list, kept in this browser; without storage, until the page is loaded again. */
export function useListLook() {
  const [look, setLook] = useState(storedLook)
  const change = (next: ListLook) => {
    setLook(next)
    store('localStorage', KEY, JSON.stringify(next))
  }
  return [look, change] as const
}

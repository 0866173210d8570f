import type { Token } from '#domain/token/token.ts'
import { INVENTORY_PAGE_SIZE, pagesToRead, withCheck, withPage, type Inventory } from './inventory.ts'
import { testToken } from './testing.ts'

/** The first ones, without any difference but their IDs. */
export const tokens = (amount: number) => Array.from({ length: amount }, (_, index) => testToken(`t${index}`))

/** A page of a server whose tokens may change between two reads. */
export function pageOf(all: Token[], number: number) {
  const start = (number - 1) * INVENTORY_PAGE_SIZE
  return { tokens: all.slice(start, start + INVENTORY_PAGE_SIZE), totalCount: all.length }
}

/** Reads all pages, like the loader. `between` may change the server's tokens. */
export function readAll(
  from: Inventory,
  server: { all: Token[] },
  between?: (reads: number, left: number) => void,
): Inventory {
  let inventory = from
  for (let reads = 0; reads < 1000; reads += 1) {
    const [next] = pagesToRead(inventory)
    if (next === undefined) {
      const checked = withCheck(inventory)
      if (checked === inventory) return inventory
      inventory = checked
      continue
    }
    inventory = withPage(inventory, next, pageOf(server.all, next), reads + 1)
    between?.(reads, pagesToRead(inventory).length)
  }
  throw new Error('Reading does not end.')
}

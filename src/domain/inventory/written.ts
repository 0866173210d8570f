import type { Token } from '#domain/token/token.ts'
import { assembled, isPartial, type Inventory } from './inventory.ts'

/** The tokens after a write to one; `null`: it is deleted, `undefined`: its new state is not known. */
export function withWritten(inventory: Inventory, tokenId: string, token: Token | null | undefined): Inventory {
  if (token === undefined) return withStale(inventory, tokenId)
  return token ? withToken(inventory, token) : withoutToken(inventory, tokenId)
}

/** Adds a token after a write. Its page, or the first one for a new token, is read again later. */
export function withToken(inventory: Inventory, token: Token): Inventory {
  const number = pageOf(inventory, token.id)
  const page = inventory.pages.get(number ?? 1)
  if (!page || inventory.totalCount === null) return marked(inventory, token.id, 1)
  const others = page.tokens.filter(({ id }) => id !== token.id)
  const tokens = number ? page.tokens.map((old) => (old.id === token.id ? token : old)) : [token, ...others]
  return assembled({
    ...marked(number ? inventory : afterShift(inventory), token.id, number ?? 1),
    pages: new Map(inventory.pages).set(number ?? 1, { ...page, tokens }),
    totalCount: inventory.totalCount + (number ? 0 : 1),
    gone: new Set([...inventory.gone].filter((id) => id !== token.id)),
  })
}

/** Marks the page of a token that was written to, and whose new state is not known, to be read again. */
export const withStale = (inventory: Inventory, tokenId: string): Inventory =>
  marked(inventory, tokenId, pageOf(inventory, tokenId))

/** Removes a token that is known to be deleted. */
export function withoutToken(inventory: Inventory, tokenId: string): Inventory {
  const number = pageOf(inventory, tokenId)
  const next = { ...marked(inventory, tokenId, number), gone: new Set(inventory.gone).add(tokenId) }
  const page = number === null ? undefined : inventory.pages.get(number)
  if (!page || number === null || inventory.totalCount === null) return next
  return assembled({
    ...afterShift(next),
    pages: new Map(inventory.pages).set(number, { ...page, tokens: page.tokens.filter(({ id }) => id !== tokenId) }),
    totalCount: inventory.totalCount - 1,
  })
}

/** After a write to a token: its page is to be read again, as soon as it is known. */
function marked(inventory: Inventory, tokenId: string, page: number | null): Inventory {
  const writes = inventory.writes + 1
  return {
    ...inventory,
    writes,
    written: new Map(inventory.written).set(tokenId, writes),
    stale: page === null ? inventory.stale : new Map(inventory.stale).set(page, writes),
  }
}

/** A created or deleted token moves all after it, so pages from before and after are inconsistent. */
const afterShift = (inventory: Inventory): Inventory =>
  isPartial(inventory) ? { ...inventory, isMoved: true } : { ...inventory, pass: inventory.pass + 1 }

function pageOf({ pages }: Inventory, tokenId: string): number | null {
  for (const [number, { tokens }] of pages) if (tokens.some(({ id }) => id === tokenId)) return number
  return null
}

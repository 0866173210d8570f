import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'

/** The API's largest page. */
export const INVENTORY_PAGE_SIZE = 50

/** As often all pages are read because tokens came or went while they were read. */
const MAX_ATTEMPTS = 3

type Page = { tokens: Token[]; readAt: number; pass: number }

/** All tokens of an account as far as they are known, put together from pages that were read at different moments. */
export type Inventory = {
  /** By page number, newest tokens first, expired ones among them. */
  pages: ReadonlyMap<number, Page>
  /** How many there are, by the API's last word; `null` before its first. Where that is not `isCounted`, at least so many. */
  totalCount: number | null
  isCounted: boolean
  /** The first page that came empty: none after it is asked for, whatever is counted. */
  emptyPage: number | null
  /** Pages that are known and to be read again. */
  stale: ReadonlySet<number>
  /** Every known token once, in the API's order. */
  tokens: Token[]
  /** Ids deleted here: an answer asked for earlier may still bring them. */
  gone: ReadonlySet<string>
  /** Pages read in one go have one number: only they can be expected to fit together. */
  pass: number
  /** Tokens came or went while the pages of this pass were read, so one may have slipped between two pages. */
  isMoved: boolean
  attempt: number
}

export const emptyInventory: Inventory = {
  pages: new Map(),
  totalCount: null,
  isCounted: false,
  emptyPage: null,
  stale: new Set(),
  tokens: [],
  gone: new Set(),
  pass: 1,
  isMoved: false,
  attempt: 1,
}

/** What is not counted may go on for another page. */
function lastPage({ totalCount, isCounted, emptyPage }: Inventory): number {
  const last = Math.ceil((totalCount ?? 0) / INVENTORY_PAGE_SIZE) + (totalCount === null || isCounted ? 0 : 1)
  return Math.max(1, Math.min(last, (emptyPage ?? Infinity) - 1))
}

/** The pages nobody has read yet, then those to read again. Before the first answer that is the first page alone. */
export function pagesToRead(inventory: Inventory): number[] {
  const numbers = Array.from({ length: lastPage(inventory) }, (_, index) => index + 1)
  const missing = numbers.filter((number) => !inventory.pages.has(number))
  return [...missing, ...numbers.filter((number) => inventory.pages.has(number) && inventory.stale.has(number))]
}

/** Pages not read at all: what is known is a part. */
export function isPartial(inventory: Inventory): boolean {
  if (inventory.totalCount === null) return true
  return pagesToRead(inventory).some((number) => !inventory.pages.has(number))
}

/** What an answer says. Where it is not `isCounted`, the total is the least; what is `unreadable` was no token. */
type Answer = { tokens: Token[]; totalCount: number; isCounted?: boolean; unreadable?: number }

/** A page's answer, read at `readAt` (ms). A token that moved between two pages stays one. */
export function withPage(inventory: Inventory, number: number, answer: Answer, readAt: number): Inventory {
  const known = new Map(inventory.tokens.map((token) => [token.id, token]))
  const tokens = answer.tokens
    .filter(({ id }) => !inventory.gone.has(id))
    // An answer asked for before a write does not take the write back.
    .map((token) => laterOf(token, known.get(token.id)))
  const pages = new Map(inventory.pages).set(number, { tokens, readAt, pass: inventory.pass })
  const count = countAfter(inventory, number, answer)
  const isOtherCount = inventory.isCounted && count.isCounted && inventory.totalCount !== count.totalCount
  const next = {
    ...inventory,
    ...count,
    pages,
    stale: without(inventory.stale, number),
    isMoved: inventory.isMoved || isOtherCount || overlaps(inventory, number, tokens),
  }
  const last = lastPage(next)
  for (const beyond of pages.keys()) if (beyond > last) pages.delete(beyond)
  return assembled(next)
}

/** How many there are after another answer. Without a count in it the one before holds, or what came says the least. */
function countAfter(
  { totalCount, isCounted, emptyPage }: Inventory,
  number: number,
  answer: Answer,
): Pick<Inventory, 'totalCount' | 'isCounted' | 'emptyPage'> {
  const isEnd = answer.tokens.length === 0 && !answer.unreadable && number > 1
  const end = isEnd ? Math.min(number, emptyPage ?? Infinity) : emptyPage
  if (answer.isCounted ?? true) return { totalCount: answer.totalCount, isCounted: true, emptyPage: end }
  const least = Math.max(totalCount ?? 0, answer.totalCount)
  return { totalCount: least, isCounted: isEnd || (isCounted && least === totalCount), emptyPage: end }
}

/** A token that stood on another page of the same pass has moved, and others with it. */
function overlaps({ pages, pass }: Inventory, number: number, tokens: Token[]): boolean {
  const ids = new Set(tokens.map(({ id }) => id))
  return [...pages].some(
    ([other, page]) => other !== number && page.pass === pass && page.tokens.some(({ id }) => ids.has(id)),
  )
}

/**
 * After all pages: whether they fit together. A count alone does not tell, because a token
 * deleted on one page and one that slipped off another make up for each other. If
 * they do not fit, all are read again, a few times at most.
 */
export function withCheck(inventory: Inventory): Inventory {
  const fits = !inventory.isMoved && inventory.tokens.length === inventory.totalCount
  if (fits || inventory.attempt >= MAX_ATTEMPTS) return inventory
  return { ...allStale(inventory), attempt: inventory.attempt + 1 }
}

/** How many the API counts and no page has shown. */
export const missingCount = ({ totalCount, tokens }: Inventory): number =>
  Math.max(0, (totalCount ?? 0) - tokens.length)

/** Everything known is to be read again, page by page; it stays until its page's answer is here. */
export const allStale = (inventory: Inventory): Inventory => ({
  ...inventory,
  stale: new Set(inventory.pages.keys()),
  emptyPage: null,
  pass: inventory.pass + 1,
  isMoved: false,
  attempt: 1,
})

/** When the oldest page was read (ms); `null` before any was. */
export function readSince({ pages }: Inventory): number | null {
  const times = [...pages.values()].map(({ readAt }) => readAt)
  return times.length > 0 ? Math.min(...times) : null
}

/** A token as a write has left it. Its page, or the first one for a new token, is read again in its own time. */
export function withToken(inventory: Inventory, token: Token): Inventory {
  if (inventory.totalCount === null) return inventory
  const number = pageOf(inventory, token.id)
  const page = inventory.pages.get(number ?? 1)
  if (!page) return inventory
  const others = page.tokens.filter(({ id }) => id !== token.id)
  const tokens = number ? page.tokens.map((old) => (old.id === token.id ? token : old)) : [token, ...others]
  return assembled({
    ...(number ? inventory : afterShift(inventory)),
    pages: new Map(inventory.pages).set(number ?? 1, { ...page, tokens }),
    totalCount: inventory.totalCount + (number ? 0 : 1),
    stale: new Set(inventory.stale).add(number ?? 1),
    gone: without(inventory.gone, token.id),
  })
}

/** Without a token that is known to be deleted. */
export function withoutToken(inventory: Inventory, tokenId: string): Inventory {
  const number = pageOf(inventory, tokenId)
  const gone = new Set(inventory.gone).add(tokenId)
  const page = number === null ? undefined : inventory.pages.get(number)
  if (!page || number === null || inventory.totalCount === null) return { ...inventory, gone }
  return assembled({
    ...afterShift(inventory),
    pages: new Map(inventory.pages).set(number, { ...page, tokens: page.tokens.filter(({ id }) => id !== tokenId) }),
    totalCount: inventory.totalCount - 1,
    stale: new Set(inventory.stale).add(number),
    gone,
  })
}

/** One token more or less moves all after it: pages read before and after do not fit together. */
const afterShift = (inventory: Inventory): Inventory =>
  isPartial(inventory) ? { ...inventory, isMoved: true } : { ...inventory, pass: inventory.pass + 1 }

function pageOf({ pages }: Inventory, tokenId: string): number | null {
  for (const [number, { tokens }] of pages) if (tokens.some(({ id }) => id === tokenId)) return number
  return null
}

function assembled(inventory: Inventory): Inventory {
  const known = new Map<string, { token: Token; readAt: number }>()
  const numbers = [...inventory.pages.keys()].toSorted((a, b) => a - b)
  for (const { tokens, readAt } of numbers.flatMap((number) => inventory.pages.get(number) ?? [])) {
    for (const token of tokens) {
      const other = known.get(token.id)
      if (!other || isNewer({ token, readAt }, other)) known.set(token.id, { token, readAt })
    }
  }
  return { ...inventory, tokens: [...known.values()].map(({ token }) => token) }
}

/** A known token that was changed after the one that came; else the one that came. */
function laterOf(came: Token, known: Token | undefined): Token {
  const isLater = known && msOf(known.modifiedOn ?? '') > msOf(came.modifiedOn ?? '')
  return isLater ? known : came
}

type Reading = { token: Token; readAt: number }

/** Of two readings of one token: the one changed later, else the one read later. */
function isNewer(a: Reading, b: Reading): boolean {
  const [changedA, changedB] = [msOf(a.token.modifiedOn ?? ''), msOf(b.token.modifiedOn ?? '')]
  return changedA === changedB || Number.isNaN(changedA - changedB) ? a.readAt > b.readAt : changedA > changedB
}

function without<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const rest = new Set(set)
  rest.delete(value)
  return rest
}

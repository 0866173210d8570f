import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'

/** The API's maximum. */
export const INVENTORY_PAGE_SIZE = 50

/** How often all pages are read again because tokens were created or deleted in the meantime. */
const MAX_ATTEMPTS = 3

type Page = { tokens: Token[]; readAt: number; pass: number }

/** The known tokens of an account, merged from pages that were read at different times. */
export type Inventory = {
  /** By page number; newest tokens first, including expired ones. */
  pages: ReadonlyMap<number, Page>
  /** The total by the API's last answer; `null` before the first. A minimum unless `isCounted`. */
  totalCount: number | null
  isCounted: boolean
  /** The first empty page: no page after it is read, whatever the count says. */
  emptyPage: number | null
  /** Pages to be read again, each with the number of writes by then: an answer asked for before is not enough. */
  stale: ReadonlyMap<number, number>
  /** The number of writes by the last one to a token. */
  written: ReadonlyMap<string, number>
  writes: number
  /** Every known token once, in the API's order. */
  tokens: Token[]
  /** Ids deleted here: an answer to an earlier request may still contain them. */
  gone: ReadonlySet<string>
  /** Pages read in one pass have the same number: only these should be consistent. */
  pass: number
  /** Tokens were created or deleted during this pass, so one may have been missed between two pages. */
  isMoved: boolean
  attempt: number
}

export const emptyInventory: Inventory = {
  pages: new Map(),
  totalCount: null,
  isCounted: false,
  emptyPage: null,
  stale: new Map(),
  written: new Map(),
  writes: 0,
  tokens: [],
  gone: new Set(),
  pass: 1,
  isMoved: false,
  attempt: 1,
}

/** Without a count, there may be another page. */
function lastPage({ totalCount, isCounted, emptyPage }: Inventory): number {
  const last = Math.ceil((totalCount ?? 0) / INVENTORY_PAGE_SIZE) + (totalCount === null || isCounted ? 0 : 1)
  return Math.max(1, Math.min(last, (emptyPage ?? Infinity) - 1))
}

/** Unread pages first, then those to be read again. Before the first answer, only the first page. */
export function pagesToRead(inventory: Inventory): number[] {
  const numbers = Array.from({ length: lastPage(inventory) }, (_, index) => index + 1)
  const missing = numbers.filter((number) => !inventory.pages.has(number))
  return [...missing, ...numbers.filter((number) => inventory.pages.has(number) && inventory.stale.has(number))]
}

/** Whether some pages were never read, so that the tokens are incomplete. */
export function isPartial(inventory: Inventory): boolean {
  if (inventory.totalCount === null) return true
  return pagesToRead(inventory).some((number) => !inventory.pages.has(number))
}

/**
 * The content of an answer. The total is a minimum unless `isCounted`; `unreadable` counts items that are no tokens.
 */
type Answer = { tokens: Token[]; totalCount: number; isCounted?: boolean; unreadable?: number }

/** Adds the answer of a page, read at `readAt` (ms). A token that moved between two pages is kept once. */
export const withPage = (inventory: Inventory, number: number, answer: Answer, readAt: number): Inventory =>
  withPages(inventory, [[number, answer]], readAt)

/**
 * The same of several pages by their numbers: thousands of tokens are put in order once, not for each page. `asked` is
 * the number of writes when they were asked for.
 */
export function withPages(
  inventory: Inventory,
  answers: Iterable<readonly [number: number, answer: Answer]>,
  readAt: number,
  asked = inventory.writes,
): Inventory {
  const known = new Map(inventory.tokens.map((token) => [token.id, token]))
  let next = inventory
  for (const [number, answer] of answers) {
    const tokens = answer.tokens
      .filter(({ id }) => !inventory.gone.has(id))
      // An answer to a request from before a write must not undo it.
      .map((token) => laterOf(token, known.get(token.id)))
    const isAsked =
      asked >= Math.max(next.stale.get(number) ?? 0, ...answer.tokens.map(({ id }) => next.written.get(id) ?? 0))
    const stale = isAsked ? without(next.stale, number) : new Map(next.stale).set(number, next.writes)
    next = { ...withTokensOf(next, number, answer, { tokens, readAt, pass: next.pass }), stale }
  }
  return assembled(next)
}

/** Without the list of all tokens, which is made of the pages. */
function withTokensOf(inventory: Inventory, number: number, answer: Answer, page: Page): Inventory {
  const pages = new Map(inventory.pages).set(number, page)
  const count = countAfter(inventory, number, answer)
  const isOtherCount = inventory.isCounted && count.isCounted && inventory.totalCount !== count.totalCount
  const next = {
    ...inventory,
    ...count,
    pages,
    isMoved: inventory.isMoved || isOtherCount || overlaps(inventory, number, page.tokens),
  }
  const last = lastPage(next)
  for (const beyond of pages.keys()) if (beyond > last) pages.delete(beyond)
  return next
}

/** The total after another answer. Without a count in it, the earlier count stays, or the tokens give a minimum. */
function countAfter(
  { totalCount, isCounted, emptyPage }: Inventory,
  number: number,
  answer: Answer,
): Pick<Inventory, 'totalCount' | 'isCounted' | 'emptyPage'> {
  const isEnd = answer.tokens.length === 0 && !answer.unreadable && number > 1
  const end = isEnd ? Math.min(number, emptyPage ?? Infinity) : emptyPage
  if (answer.isCounted ?? true) return { totalCount: answer.totalCount, isCounted: true, emptyPage: end }
  const least = Math.max(totalCount ?? 0, answer.totalCount)
  // The page before the first empty one is the last.
  const isLast = isEnd || number + 1 === end
  return { totalCount: least, isCounted: isLast || (isCounted && least === totalCount), emptyPage: end }
}

/** When a token of another page in this pass appears again, tokens have moved. */
function overlaps({ pages, pass }: Inventory, number: number, tokens: Token[]): boolean {
  const ids = new Set(tokens.map(({ id }) => id))
  return [...pages].some(
    ([other, page]) => other !== number && page.pass === pass && page.tokens.some(({ id }) => ids.has(id)),
  )
}

/**
 * After all pages: checks whether they are consistent. A count alone does not tell, because a deleted token and one
 * missed on another page cancel out. If not, all are read again, a few times at most.
 */
export function withCheck(inventory: Inventory): Inventory {
  const fits = !inventory.isMoved && inventory.tokens.length === inventory.totalCount
  if (fits || inventory.attempt >= MAX_ATTEMPTS) return inventory
  return { ...allStale(inventory), attempt: inventory.attempt + 1 }
}

/** How many tokens the API counts that no page contained. */
export const missingCount = ({ totalCount, tokens }: Inventory): number =>
  Math.max(0, (totalCount ?? 0) - tokens.length)

/** Whether all pages were read, and no token is missing on them: only then is what is said of all tokens true. */
export const hasAllTokens = (inventory: Inventory): boolean => !isPartial(inventory) && missingCount(inventory) === 0

/** Marks all pages to be read again; each stays until its answer arrives. */
export const allStale = (inventory: Inventory): Inventory => ({
  ...inventory,
  stale: new Map(Array.from(inventory.pages.keys(), (number) => [number, inventory.writes])),
  emptyPage: null,
  pass: inventory.pass + 1,
  isMoved: false,
  attempt: 1,
})

/** When the oldest page was read (ms); `null` if none was. */
export function readSince({ pages }: Inventory): number | null {
  const times = [...pages.values()].map(({ readAt }) => readAt)
  return times.length > 0 ? Math.min(...times) : null
}

/** With the list of all tokens that its pages give. */
export function assembled(inventory: Inventory): Inventory {
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

/** The known token if it changed after the received one; otherwise the received one. */
export function laterOf(came: Token, known: Token | undefined): Token {
  const isLater = known && msOf(known.modifiedOn ?? '') > msOf(came.modifiedOn ?? '')
  return isLater ? known : came
}

type Reading = { token: Token; readAt: number }

/** Of two readings of a token, the one changed later, or else the one read later. */
function isNewer(a: Reading, b: Reading): boolean {
  const [changedA, changedB] = [msOf(a.token.modifiedOn ?? ''), msOf(b.token.modifiedOn ?? '')]
  return changedA === changedB || Number.isNaN(changedA - changedB) ? a.readAt > b.readAt : changedA > changedB
}

function without<Value>(map: ReadonlyMap<number, Value>, key: number): ReadonlyMap<number, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

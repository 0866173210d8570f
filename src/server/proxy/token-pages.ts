import * as v from 'valibot'

/** The API's maximum. */
const PAGE_SIZE = 50
/** Pages at once while the rate budget is unknown or half used, and before an answer tells how many pages there are. */
const AT_ONCE = 4
const AT_ONCE_WHILE_AMPLE = 8
const AMPLE_SHARE = 0.5
/** The rest of the budget is for other requests. */
const LEAST_SHARE = 0.1
/** After this time no page is begun, so that the whole answer ends well within the limit of `http-server.ts`. */
const LONGEST_MS = 60_000
/** More than an account's quota of tokens fills. */
export const MAX_PAGES = 2_000

type PageReading = {
  /** The pages to read; `null`: all, by the count in the first answer that has one. */
  pages: readonly number[] | null
  /** Asks the API for one page; never rejects. */
  read: (query: URLSearchParams) => Promise<Response>
}

/** The API's answer to one page. */
export type PageAnswer = { page: number; status: number; headers: Record<string, string>; envelope: string }

/**
 * Reads pages of an account's tokens, newest tokens first, expired ones included: several at once, in the order in which
 * the API answers. No page is begun after a refusal, when little is left of the rate budget, and after a minute: the
 * caller asks again for what is missing when it may.
 */
export async function* readTokenPages({ pages, read }: PageReading): AsyncGenerator<PageAnswer, void> {
  const waiting = [...(pages ?? range(1, AT_ONCE))]
  const open = new Map<number, Promise<PageAnswer>>()
  const until = Date.now() + LONGEST_MS
  let isCounted = pages !== null
  let atOnce = AT_ONCE
  for (;;) {
    while (open.size < atOnce && Date.now() < until) {
      const page = waiting.shift()
      if (page === undefined) break
      open.set(
        page,
        read(queryOf(page)).then((answer) => partsOf(page, answer)),
      )
    }
    if (open.size === 0) return
    const answer = await Promise.race(open.values())
    open.delete(answer.page)
    const share = shareLeft(answer.headers)
    atOnce = share !== null && share > AMPLE_SHARE ? AT_ONCE_WHILE_AMPLE : AT_ONCE
    const { count, isEmpty } = contentOf(answer.envelope)
    if (!isCounted && count !== null) {
      isCounted = true
      waiting.push(...range(AT_ONCE + 1, Math.min(Math.ceil(count / PAGE_SIZE), MAX_PAGES)))
    }
    // The count may be wrong: after an empty page there is none.
    const isEnd = isEmpty || answer.status >= 400 || (share !== null && share <= LEAST_SHARE)
    if (isEnd) {
      isCounted = true
      waiting.length = 0
    }
    yield answer
  }
}

const range = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

const queryOf = (page: number) =>
  new URLSearchParams({ page: `${page}`, per_page: `${PAGE_SIZE}`, direction: 'desc', include_expired: 'true' })

async function partsOf(page: number, answer: Response): Promise<PageAnswer> {
  const { status, headers } = answer
  return { page, status, headers: Object.fromEntries(headers), envelope: await answer.text() }
}

/** The share of the rate budget that is left (`docs/api-behaviour.md` §1.3); `null` when the answer does not say. */
function shareLeft(headers: Record<string, string>): number | null {
  const left = /;\s*r=(\d{1,9})\b/.exec(headers['ratelimit'] ?? '')?.[1]
  const quota = /;\s*q=(\d{1,9})\b/.exec(headers['ratelimit-policy'] ?? '')?.[1]
  return left === undefined || !Number(quota) ? null : Number(left) / Number(quota)
}

/** No account has so many tokens: a larger number is no count. */
const MOST = 1_000_000
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST))
const content = v.object({
  result: v.fallback(v.nullable(v.array(v.unknown())), null),
  result_info: v.fallback(v.object({ total_count: v.fallback(v.nullable(count), null) }), { total_count: null }),
})

/** How many tokens the account has, and whether the page has none. */
function contentOf(envelope: string): { count: number | null; isEmpty: boolean } {
  const { success, output } = v.safeParse(content, JSON.parse(envelope))
  return { count: success ? output.result_info.total_count : null, isEmpty: success && output.result?.length === 0 }
}

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
    if (answer.status >= 400 || (share !== null && share <= LEAST_SHARE)) {
      isCounted = true
      waiting.length = 0
    }
    const last = isCounted ? null : lastPageOf(answer.envelope)
    if (last !== null) {
      isCounted = true
      waiting.push(...range(AT_ONCE + 1, last))
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

const counted = v.object({ result_info: v.object({ total_count: v.pipe(v.number(), v.integer(), v.minValue(0)) }) })

function lastPageOf(envelope: string): number | null {
  const { success, output } = v.safeParse(counted, JSON.parse(envelope))
  return success ? Math.min(Math.ceil(output.result_info.total_count / PAGE_SIZE), MAX_PAGES) : null
}

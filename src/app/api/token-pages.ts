import * as v from 'valibot'
import { INVENTORY_PAGE_SIZE } from '#domain/inventory/inventory.ts'
import { parseAnswer } from './answer.ts'
import { takeEarlyAnswer } from './early-requests.ts'
import { ApiFailure, asFailure, oddAnswer } from './errors.ts'
import { noteCall } from './failed-calls.ts'
import { ownUrl } from './fetch.ts'
import { noteBudget } from './rate-budget.ts'
import { type TokenPage, tokenPageOf } from './tokens.ts'

/** Longer than the server takes at most: it begins no page after a minute, and each takes 30 s at most. */
const TIMEOUT_MS = 100_000

/** One page of the list of all tokens, or why it is missing. */
export type PageOrFailure = { number: number; page: TokenPage | ApiFailure }

/** Before each page (`src/server/proxy/token-pages-handler.ts`). */
const pageHead = v.object({ page: v.number(), status: v.number(), headers: v.record(v.string(), v.string()) })

/**
 * Many pages of the list of tokens by one request to our server, each as it comes; `null`: all. The server begins no
 * page after one that the API refuses, and when little is left of the rate budget: these are missing without a failure.
 * Throws an `ApiFailure` when the answer breaks off.
 */
export async function* readTokenPages(
  accountId: string,
  numbers: readonly number[] | null,
  signal: AbortSignal,
): AsyncGenerator<PageOrFailure, void> {
  const query = new URLSearchParams({ account_id: accountId, ...(numbers && { pages: numbers.join(',') }) })
  const url = ownUrl(`/tokens?${query}`)
  const read = async (number: number, answer: Response): Promise<PageOrFailure> => {
    const { ok, headers } = answer
    noteBudget(headers)
    if (!ok) noteCall({ headers, url: `/v4/accounts/${accountId}/tokens` }, 'GET')
    const page = parseAnswer(answer, (content) => tokenPageOf(content, number, INVENTORY_PAGE_SIZE))
    return { number, page: await page.catch(asFailure) }
  }
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
    const response = await (takeEarlyAnswer(url, () => limit) ?? fetch(url, { signal: limit }))
    if (!response.ok) return yield await read(numbers?.[0] ?? 1, response)
    const lines = linesOf(response)
    let count = 0
    for await (const line of lines) {
      const { page, status, headers } = v.parse(pageHead, JSON.parse(line))
      const { value: envelope } = await lines.next()
      yield await read(page, new Response(envelope, { status, headers }))
      count += 1
    }
    if (count === 0) throw oddAnswer('The API response has no page of tokens.')
  } catch (error) {
    // A reader that was stopped waits for nothing. Else the answer broke off, or took too long.
    throw error instanceof ApiFailure || signal.aborted ? error : new ApiFailure({ cause: error })
  }
}

async function* linesOf({ body }: Response): AsyncGenerator<string, undefined> {
  // The stream itself cannot be iterated in every browser.
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true }
      if (done) return undefined
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    // After an odd line, the rest is not wanted.
    reader?.cancel().catch(() => {})
  }
}

import type { Context } from 'hono'
import { isAccountId, mayTouch } from './account-ids.ts'
import { type AppEnv, credentialsOf } from './app-env.ts'
import { SIGN_IN } from './credentials.ts'
import { failure } from './envelope.ts'
import { askedBy, type Log, logLine, rayOf } from './request-log.ts'
import { requestQuery } from './request-query.ts'
import { MAX_PAGES, type PageAnswer, readTokenPages } from './token-pages.ts'
import type { Upstream } from './upstream.ts'

/** Answers that wait for a browser that reads slowly. */
const MAX_WAITING = 8

/** The type of an answer that comes in parts: lines of JSON. */
export const PARTS_TYPE = 'application/x-ndjson'
/** nginx would hold back parts that are smaller than its buffers. */
const STREAM = { 'content-type': PARTS_TYPE, 'x-accel-buffering': 'no' }

/**
 * `GET /api/tokens?account_id=…&pages=3,4,9`: these pages of the list of tokens in one answer; without `pages`, all.
 *
 * A browser keeps six connections to a server, which are too few for an API that takes 300 ms an answer. The answers of
 * the API go on as they come, each in two lines: `{"page":3,"status":200,"headers":{…}}`, and the envelope as it was
 * sent. If the first page is refused before any other came, its refusal is the whole answer.
 */
export function tokenPagesHandler({ upstream, log }: { upstream: Upstream; log: Log }) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    c.set('template', '/api/tokens')
    // Hono takes a HEAD for a GET; here it would have pages read for nothing.
    if (c.req.method !== 'GET') return failure(405, 'This address supports only GET.', { allow: 'GET' })
    const { tokenFor, accountIds, refusalFor, isEnded } = credentialsOf(c)
    const query = requestQuery(c, ['account_id', 'pages'])
    if (query instanceof Response) return query
    const accountId = query.get('account_id') ?? ''
    if (!isAccountId(accountId)) return failure(400, 'account_id must be an account ID: 32 hex digits.')
    const pages = query.get('pages')?.split(',').map(pageNumber) ?? null
    if (pages && !areDifferentPages(pages)) {
      return failure(400, `pages must be at most ${MAX_PAGES} different page numbers, with commas between them.`)
    }
    if (!mayTouch(accountIds, accountId)) return refusalFor(accountId)
    const bearer = tokenFor(accountId)
    if (bearer === null) return failure(401, SIGN_IN)

    const stop = new AbortController()
    const signal = AbortSignal.any([c.req.raw.signal, stop.signal])
    const path = `/accounts/${accountId}/tokens`
    const answers = readTokenPages({
      pages,
      async read(query) {
        const startedAt = performance.now()
        // All pages take a while; the user may have signed out since. On Workers another object is asked.
        const hasEnded = await Promise.resolve(isEnded?.(accountId) ?? false).catch(() => null)
        if (hasEnded === null) return failure(503, 'The session could not be checked.')
        if (hasEnded) return failure(401, SIGN_IN)
        const answer = await upstream({ method: 'GET', path, query, bearer, signal })
        const ms = Math.round(performance.now() - startedAt)
        log(logLine('page', { status: answer.status, ms, ray: rayOf(answer), ...askedBy(c) }))
        return answer
      },
    })

    const came = await upToFirst(pages?.[0] ?? 1, answers)
    const first = came.at(-1)
    if (first && first.status >= 400) {
      stop.abort()
      c.set('isForwarded', true)
      return new Response(first.envelope, first)
    }
    return new Response(streamOf(came, answers, stop), { headers: STREAM })
  }
}

/** A page number as digits alone: a decimal number is also how `1e3` and ` 1` could be read. */
const pageNumber = (text: string) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)

const areDifferentPages = (pages: (number | null)[]): pages is number[] =>
  pages.length <= MAX_PAGES && !pages.includes(null) && new Set(pages).size === pages.length

/** The answers up to that of the first page or, where that one takes longer, to the first that is not refused. */
async function upToFirst(page: number, answers: AsyncGenerator<PageAnswer, void>): Promise<PageAnswer[]> {
  const came: PageAnswer[] = []
  for (;;) {
    const { value, done } = await answers.next()
    if (done) return came
    came.push(value)
    if (value.page === page || value.status < 400) return came
  }
}

/** The answers that came and those that follow. No further page is begun while the browser does not read. */
function streamOf(came: PageAnswer[], following: AsyncGenerator<PageAnswer, void>, stop: AbortController) {
  const encoder = new TextEncoder()
  const linesOf = ({ envelope, ...head }: PageAnswer) =>
    // A line break between the values of an envelope would end its line; inside of a value it is an escape.
    encoder.encode(`${JSON.stringify(head)}\n${envelope.replaceAll(/[\r\n]/g, ' ')}\n`)
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => came.forEach((answer) => controller.enqueue(linesOf(answer))),
      async pull(controller) {
        const { value, done } = await following.next()
        if (done) controller.close()
        else controller.enqueue(linesOf(value))
      },
      cancel: () => stop.abort(),
    },
    { highWaterMark: MAX_WAITING },
  )
}

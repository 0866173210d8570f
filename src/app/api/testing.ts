import { afterEach, vi } from 'vitest'

/** The page's origin, which the client reads when it is loaded: tests import this module before the client. */
export const ORIGIN = 'http://localhost'
vi.stubGlobal('location', new URL(ORIGIN))
// Loaded on demand, it would use up the time of the first test.
await import('./client.ts')

export type Asked = { url: URL; method: string; body: unknown; init: RequestInit }

/**
 * The network under the client: every request is answered with what `answer` makes of it, a `Response` or the JSON
 * of a 200. Returns the requests so far.
 */
export function fakeApi(answer: (asked: Asked) => unknown): Asked[] {
  const requests: Asked[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const asked = { url: new URL(input), method: init.method ?? 'GET', body, init }
    requests.push(asked)
    const said: unknown = await answer(asked)
    return said instanceof Response ? said : Response.json(said)
  })
  return requests
}

/**
 * Our server's answer of many pages (`src/server/proxy/token-pages-handler.ts`), made of what the API answers to each:
 * four at a time, and no more after a refusal. Returns the pages asked for so far.
 */
export function fakePages(answer: (page: number, asked: Asked) => unknown): number[] {
  const pagesAsked: number[] = []
  fakeApi(async (asked) => {
    const ask = async (page: number) => {
      pagesAsked.push(page)
      const said: unknown = await answer(page, asked)
      const response = said instanceof Response ? said : Response.json(said)
      const headers = Object.fromEntries(response.headers)
      return { page, status: response.status, headers, envelope: await response.text() }
    }
    const named = asked.url.searchParams.get('pages')?.split(',').map(Number)
    let open = (named ?? [1, 2, 3, 4]).slice(0, 4).map(ask)
    const first = await open[0]
    if (!first || first.status >= 400) return new Response(first?.envelope ?? '', first)
    const { result_info } = JSON.parse(first.envelope) as { result_info: { total_count: number } }
    const left = named?.slice(4) ?? pagesFrom(5, Math.ceil(result_info.total_count / 50))
    const encoder = new TextEncoder()
    const body = new ReadableStream({
      async start(controller) {
        while (open.length > 0) {
          const answers = open.map(async (one) => {
            const { envelope, ...head } = await one
            controller.enqueue(encoder.encode(`${JSON.stringify(head)}\n${envelope}\n`))
            return head.status
          })
          const statuses = await Promise.all(answers)
          open = statuses.every((status) => status < 400) ? left.splice(0, 4).map(ask) : []
        }
        controller.close()
      },
    })
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } })
  })
  return pagesAsked
}

const pagesFrom = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/** A refusal in the API's envelope. */
export const refusal = (status: number, code: number, headers?: Record<string, string>): Response =>
  Response.json(
    { success: false, errors: [{ code, message: `Error ${code}` }], result: null },
    headers ? { status, headers } : { status },
  )

afterEach(() => vi.stubGlobal('fetch', undefined))

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

/** A refusal in the API's envelope. */
export const refusal = (status: number, code: number, headers?: Record<string, string>): Response =>
  Response.json(
    { success: false, errors: [{ code, message: `Error ${code}` }], result: null },
    headers ? { status, headers } : { status },
  )

afterEach(() => vi.stubGlobal('fetch', undefined))

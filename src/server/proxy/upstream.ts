import { BodyTooLarge, readLimited } from '#server/http/read-limited.ts'
import { createSearch } from './credential-search.ts'
import { failure, parseEnvelope } from './envelope.ts'
import { retryAfter } from './retry-after.ts'
import { VERSION } from './version.ts'

export type Fetch = (request: Request) => Promise<Response>

export type UpstreamOptions = {
  /** Base URL of the API, without a trailing slash. */
  baseUrl: string
  fetch: Fetch
  timeoutMs: number
}

/** One call to the API. Of a browser's request, only these parts are forwarded. */
type UpstreamCall = {
  method: string
  /** Below the base URL, with a leading slash, and in the table of operations. */
  path: string
  query?: URLSearchParams
  bearer: string
  jurisdiction?: string
  body?: Uint8Array<ArrayBuffer>
  /** Aborts the call when the client disconnects. For reads only: a write that was sent is completed. */
  signal?: AbortSignal
}

/** Always answers with the API's envelope; never throws. */
export type Upstream = (call: UpstreamCall) => Promise<Response>

const MAX_ANSWER_BYTES = 16 * 1024 * 1024
const PASSED_HEADERS = ['ratelimit', 'ratelimit-policy', 'cf-ray']

/** Calls the API, or the sandbox in its place. */
export function createUpstream({ baseUrl, fetch, timeoutMs }: UpstreamOptions): Upstream {
  return async (call) => {
    const controller = new AbortController()
    const abort = () => controller.abort()
    const timer = setTimeout(abort, timeoutMs)
    call.signal?.addEventListener('abort', abort)
    if (call.signal?.aborted) abort()
    try {
      const request = toRequest(baseUrl, call, controller.signal)
      // A race, because the time limit must also hold for an upstream that ignores the signal.
      return await Promise.race([exchange(fetch, request, call.bearer), rejectOnAbort(controller.signal)])
    } catch (error) {
      if (call.signal?.aborted) return failure(499, 'The request was cancelled before the API answered.')
      if (controller.signal.aborted)
        return failure(504, `The API did not answer within ${timeoutMs / 1000} s.${doubt(call)}`)
      if (error instanceof BodyTooLarge) return failure(502, `The API sent more than 16 MB.${doubt(call)}`)
      return failure(502, `The connection to the API failed${causeCode(error)}.${doubt(call)}`)
    } finally {
      clearTimeout(timer)
      call.signal?.removeEventListener('abort', abort)
    }
  }
}

function toRequest(baseUrl: string, call: UpstreamCall, signal: AbortSignal): Request {
  const search = call.query?.size ? `?${call.query.toString()}` : ''
  const headers = new Headers({
    authorization: `Bearer ${call.bearer}`,
    accept: 'application/json',
    'user-agent': `token-desk/${VERSION}`,
  })
  const body = call.body?.byteLength ? call.body : null
  if (body) headers.set('content-type', 'application/json')
  if (call.jurisdiction) headers.set('cf-r2-jurisdiction', call.jurisdiction)
  return new Request(`${baseUrl}${call.path}${search}`, {
    method: call.method,
    headers,
    body,
    // A redirect would send the credential elsewhere.
    redirect: 'manual',
    signal,
  })
}

async function exchange(fetch: Fetch, request: Request, bearer: string): Promise<Response> {
  const answer = await fetch(request)
  const bytes = await readLimited(answer.body, MAX_ANSWER_BYTES)
  const text = new TextDecoder().decode(bytes)
  const envelope = parseEnvelope(text)
  const headers = { ...passedHeaders(answer), ...retryAfter(answer, envelope) }
  if (createSearch(bearer)([text, ...Object.values(headers)].join('\n'))) {
    const message = 'The response of the API contained the credential, so it was withheld.'
    return failure(502, `${message}${doubt(request)}`)
  }
  const isRedirect = answer.status >= 300 && answer.status < 400
  if (!envelope || isRedirect) {
    const message = `The API answered with HTTP ${answer.status} and an unknown format.`
    // Cloudflare also limits requests before they get to the API, in words of its own.
    if (answer.status === 429) return failure(429, message, headers)
    return failure(502, `${message}${doubt(request)}`, headers)
  }
  // Clients rely on the status; a 200 with `success: false` would pass for a success.
  const status = answer.ok && !envelope.success ? 502 : answer.status
  return new Response(bytes, { status, headers: { ...headers, 'content-type': 'application/json' } })
}

function passedHeaders(answer: Response): Record<string, string> {
  return Object.fromEntries(
    PASSED_HEADERS.flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = () => reject(new Error('aborted'))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}

/** After a write, the caller must know that no answer does not mean no effect. */
const doubt = ({ method }: { method: string }) =>
  method === 'GET' ? '' : ' It is unknown whether the change took effect.'

/** `ECONNREFUSED` and the like tell a wrong address from a dead network. Messages could hold anything; codes cannot. */
function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(code) ? ` (${code})` : ''
}

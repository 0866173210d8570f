import { APIError } from 'cloudflare/error'
import { BasePermissionGroups } from 'cloudflare/resources/accounts/tokens/permission-groups'
import { BaseTokens } from 'cloudflare/resources/accounts/tokens/tokens'
import { BaseBuckets } from 'cloudflare/resources/r2/buckets/buckets'
import { BaseZones } from 'cloudflare/resources/zones/zones'
import { createClient } from 'cloudflare/tree-shakable'
import { longWorkDelay, parseBudget, type RateBudget } from '#domain/rate-limit/budget.ts'
import { isObject } from '#domain/text/is-object.ts'
import { ReadError } from './usage.ts'

export type Access = {
  token: string
  baseUrl: string
  sleep: (ms: number) => Promise<void>
  say: (text: string) => void
}

const clientFor = ({ token, baseUrl }: Access) =>
  createClient({
    apiToken: token,
    baseURL: baseUrl,
    // Waits and retries are below, so that they are said.
    maxRetries: 0,
    timeout: 30_000,
    resources: [BaseTokens, BasePermissionGroups, BaseZones, BaseBuckets],
  })

type Sdk = ReturnType<typeof clientFor>
type Send = (sdk: Sdk) => { asResponse: () => Promise<Response> }

/** The envelope of an answer. Both come from outside. */
export type Answer = { result: unknown; resultInfo: Record<string, unknown> }

/** The items of an answer that has to be a list. */
export function listOf({ result }: Pick<Answer, 'result'>): unknown[] {
  if (Array.isArray(result)) return result as unknown[]
  throw new ReadError('The API response has no list.')
}

/** Sends reads within the rate limit. Throws a `ReadError` when the API refuses or does not answer. */
export type Api = { read: (send: Send) => Promise<Answer> }

const MAX_RETRIES = 2
const FIRST_RETRY_MS = 500
/** After so many refusals by the rate limit in a row, waiting does not help. */
const MAX_LIMITED = 5
const DEFAULT_WAIT_SECONDS = 5

export function createApi(access: Access): Api {
  const sdk = clientFor(access)
  let budget: RateBudget | null = null
  const wait = async (ms: number) => {
    if (ms <= 0) return
    access.say(`Cloudflare’s rate limit: waiting ${Math.ceil(ms / 1000)} s.`)
    await access.sleep(ms)
  }
  const read = async (send: Send): Promise<Answer> => {
    for (let [failures, limited] = [0, 0]; ;) {
      await wait(longWorkDelay(budget, Date.now()))
      const got = await answerOf(send(sdk))
      if (got.headers)
        budget = parseBudget(got.headers.get('ratelimit'), got.headers.get('ratelimit-policy'), Date.now())
      if ('answer' in got) return got.answer
      if (got.status === 429 && limited < MAX_LIMITED) {
        limited += 1
        const seconds = Number(got.headers?.get('retry-after') ?? DEFAULT_WAIT_SECONDS)
        await wait(1000 * (Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_WAIT_SECONDS))
      } else if ((got.status === null || got.status >= 500) && failures < MAX_RETRIES) {
        await access.sleep(FIRST_RETRY_MS * 2 ** failures)
        failures += 1
      } else throw new ReadError(got.message)
    }
  }
  return { read }
}

type Got =
  | { answer: Answer; headers: Headers }
  /** `status` is `null` without a whole answer. */
  | { status: number | null; message: string; headers?: Headers | undefined }

async function answerOf(request: { asResponse: () => Promise<Response> }): Promise<Got> {
  try {
    const response = await request.asResponse()
    const body: unknown = await response.json().catch(() => null)
    if (!isObject(body)) return { status: null, message: 'The API response was cut off, or is no JSON.' }
    const { success, errors, result, result_info } = body
    if (success === false) return { status: 502, message: wordsOf(errors, response.status) }
    return { answer: { result, resultInfo: isObject(result_info) ? result_info : {} }, headers: response.headers }
  } catch (error) {
    if (error instanceof APIError && error.status !== undefined)
      return { status: error.status, message: wordsOf(error.errors, error.status), headers: error.headers }
    return { status: null, message: `The API did not answer${causeOf(error)}.` }
  }
}

/** "HTTP 403: Invalid access token (9109)". */
function wordsOf(errors: unknown, status: number): string {
  const [first] = Array.isArray(errors) ? (errors as unknown[]) : []
  if (!isObject(first) || typeof first['message'] !== 'string') return `HTTP ${status}`
  const code = typeof first['code'] === 'number' ? ` (${first['code']})` : ''
  return `HTTP ${status}: ${first['message']}${code}`
}

/** A code such as ECONNREFUSED says most, and no address or header. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const inner = cause instanceof Error ? (cause.cause ?? cause) : undefined
  return isObject(inner) && typeof inner['code'] === 'string' ? ` (${inner['code']})` : ''
}

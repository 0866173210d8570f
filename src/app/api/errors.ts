import { LONGEST_SILENT_WAIT_MS } from '#domain/rate-limit/budget.ts'
import { isObject } from '#domain/text/is-object.ts'
import { callOf } from './failed-calls.ts'

/** One entry of the API's `errors` list, with Cloudflare's own words. */
export type ApiProblem = {
  /** 0 for a fault that the app itself found in an answer. */
  code: number
  message: string
  /** JSON pointer into the request body, such as `/policies/0/effect`. */
  pointer: string | null
  /** The page of Cloudflare's documentation it names, such as the permissions an operation takes. */
  documentationUrl: string | null
  /** Its causes: 6111 "Invalid format for Authorization header" under a 6003. */
  chain: { code: number; message: string }[]
}

/** A problem that the app itself reports: without a documentation page and without a chain. */
type GivenProblem = Pick<ApiProblem, 'code' | 'message' | 'pointer'> & Partial<ApiProblem>

/**
 * What went wrong: the API (or our own server) refused; no answer arrived; an answer had another form than
 * documented; or the app itself failed.
 */
export type FailureKind = 'refused' | 'no-answer' | 'odd-answer' | 'app-fault'

/** Everything that can be thrown in a query or a mutation. `status` is absent when no answer came at all. */
export class ApiFailure extends Error {
  override name = 'ApiFailure'
  readonly kind: FailureKind
  readonly status: number | undefined
  readonly problems: ApiProblem[]
  /** Cloudflare's ray id, for support. */
  readonly ray: string | null
  /** Seconds to wait, as `Retry-After` says. */
  readonly retryAfter: number | null
  /** The request that Cloudflare refused: `GET /accounts/…/tokens`; `null` where none was sent. */
  readonly call: string | null
  /** Ms since 1970. */
  readonly failedAt = Date.now()
  /** The write was never sent: something before it failed. */
  readonly isBeforeWrite: boolean

  constructor(failure: {
    kind?: FailureKind
    status?: number | undefined
    problems?: GivenProblem[]
    ray?: string | null
    retryAfter?: number | null
    call?: string | null
    isBeforeWrite?: boolean
    cause?: unknown
  }) {
    const message = failure.problems?.[0]?.message ?? (failure.status ? `HTTP ${failure.status}` : 'No response')
    super(message, { cause: failure.cause })
    this.kind = failure.kind ?? (failure.status === undefined ? 'no-answer' : 'refused')
    this.status = failure.status
    this.problems = (failure.problems ?? []).map((problem) => ({ documentationUrl: null, chain: [], ...problem }))
    this.ray = failure.ray ?? null
    this.retryAfter = failure.retryAfter ?? null
    this.call = failure.call ?? null
    this.isBeforeWrite = failure.isBeforeWrite ?? false
  }

  /** Only a refusal below 500 says that a write had no effect. */
  get isOutcomeUnknown(): boolean {
    return !this.isBeforeWrite && (this.kind !== 'refused' || this.status === undefined || this.status >= 500)
  }

  /**
   * The API has no such token (`docs/api-behaviour.md` §1.2). Any other 404, such as one of a server on the way to it,
   * does not say that.
   */
  get isGone(): boolean {
    return this.status === 404 && this.problems.some(({ code }) => code === 1003 || code === 7003)
  }
}

/** Token Desk's own server answers in the API's envelope, with the code 90000 + HTTP status. */
const OWN_CODES = 90_000

/** The HTTP status of an error of our own server; `null` for an error of the API. */
export const ownStatus = (code: number): number | null =>
  code > OWN_CODES && code < OWN_CODES + 600 ? code - OWN_CODES : null

/** Too many requests, which the API may say inside another status (`docs/api-behaviour.md` §1.2). */
export const isRateLimited = ({ status, problems }: Pick<ApiFailure, 'status' | 'problems'>): boolean =>
  status === 429 || problems.some(({ code }) => code === 971)

/** After a rate limit that does not say how long it takes. */
const PAUSE_SECONDS = 5
/** A timer for more than this, some 25 days, fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** How long to wait before the next request, in ms; `null`: no longer than the user or the app wants to. */
export function pauseOf(failure: Pick<ApiFailure, 'status' | 'problems' | 'retryAfter'>): number | null {
  const seconds = failure.retryAfter ?? (isRateLimited(failure) ? PAUSE_SECONDS : null)
  return seconds === null ? null : Math.min(seconds * 1000, LONGEST_TIMER_MS)
}

/**
 * A read that failed is sent again by itself where it may succeed soon: a 403 or 404 answers the same again, and a longer
 * pause is told instead.
 */
export function isTransient(failure: ApiFailure): boolean {
  const pause = pauseOf(failure)
  if (pause !== null) return pause <= LONGEST_SILENT_WAIT_MS
  return failure.kind === 'no-answer' || (failure.status ?? 0) >= 500
}

/** An answer with a success status whose content is not what the API documents. */
export const oddAnswer = (message: string): ApiFailure =>
  new ApiFailure({ kind: 'odd-answer', status: 502, problems: [problemOf(message)] })

/** Any error as the one failure type: an unknown one is a fault of the app. */
export const asFailure = (error: unknown): ApiFailure =>
  error instanceof ApiFailure
    ? error
    : new ApiFailure({ kind: 'app-fault', problems: [problemOf(String(error))], cause: error })

/** Marks a failure that happened before a write was sent: nothing was written. */
export function beforeWrite(error: unknown): ApiFailure {
  const { kind, status, problems, ray, retryAfter } = asFailure(error)
  return new ApiFailure({ kind, status, problems, ray, retryAfter, isBeforeWrite: true, cause: error })
}

/** The app's own refusal to send a write, with the reason. */
export const refusedBeforeWrite = (reason: string): ApiFailure =>
  new ApiFailure({ kind: 'app-fault', problems: [problemOf(reason)], isBeforeWrite: true })

const problemOf = (message: string): GivenProblem => ({ code: 0, message, pointer: null })

/** The failure of an answer without success: its status, and what body and headers say beside it. */
export function failureOf(status: number | undefined, errors: unknown, headers: Headers | undefined): ApiFailure {
  const retryAfter = Number(headers?.get('retry-after'))
  return new ApiFailure({
    status,
    problems: toProblems(errors),
    ray: headers?.get('cf-ray') ?? null,
    retryAfter: retryAfter > 0 ? retryAfter : null,
    call: callOf(headers),
  })
}

/** The `errors` of an answer. They come from outside, so each field is checked; anything but a list is an empty one. */
function toProblems(errors: unknown): ApiProblem[] {
  return objectsOf(errors).map((error) => {
    const pointer = (error['source'] as { pointer?: unknown } | null | undefined)?.pointer
    return {
      ...codeAndMessage(error),
      pointer: typeof pointer === 'string' ? pointer : null,
      documentationUrl: documentationOf(error['documentation_url']),
      chain: objectsOf(error['error_chain']).map(codeAndMessage),
    }
  })
}

/** An entry that is no object counts as an empty one. */
function objectsOf(list: unknown): Record<string, unknown>[] {
  if (!Array.isArray(list)) return []
  return list.map((item: unknown) => (isObject(item) ? item : {}))
}

const codeAndMessage = ({ code, message }: Record<string, unknown>) => ({
  code: typeof code === 'number' ? code : 0,
  message: typeof message === 'string' ? message : '',
})

/** Only pages of Cloudflare's own become links: the API may be replaced by any server. */
function documentationOf(url: unknown): string | null {
  if (typeof url !== 'string' || !URL.canParse(url)) return null
  const { href } = new URL(url)
  return /^https:\/\/([a-z\d-]+\.)*cloudflare\.com\//.test(href) ? href : null
}

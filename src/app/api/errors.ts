/** One entry of the API's `errors` list, with Cloudflare's own words. */
export type ApiProblem = {
  code: number
  message: string
  /** JSON pointer into the request body, such as `/policies/0/effect`. */
  pointer: string | null
}

/** Every request that did not end well, whatever the reason. `status` is absent when no answer came at all. */
export class ApiFailure extends Error {
  override name = 'ApiFailure'
  readonly status: number | undefined
  readonly problems: ApiProblem[]
  /** Cloudflare's ray id, for support. */
  readonly ray: string | null
  /** Seconds to wait, as a 429 says. */
  readonly retryAfter: number | null
  /** The write it was about was never sent: a reading before it failed. */
  readonly isBeforeWrite: boolean

  constructor(failure: {
    status?: number | undefined
    problems?: ApiProblem[]
    ray?: string | null
    retryAfter?: number | null
    isBeforeWrite?: boolean
  }) {
    super(failure.problems?.[0]?.message ?? (failure.status ? `HTTP ${failure.status}` : 'No answer'))
    this.status = failure.status
    this.problems = failure.problems ?? []
    this.ray = failure.ray ?? null
    this.retryAfter = failure.retryAfter ?? null
    this.isBeforeWrite = failure.isBeforeWrite ?? false
  }

  /** Without an answer, or with a server error, a write may or may not have taken effect. */
  get isOutcomeUnknown(): boolean {
    return !this.isBeforeWrite && (this.status === undefined || this.status >= 500)
  }
}

/** What a request came to whose answer is no success: its status, and what body and headers say beside it. */
export function failureOf(status: number | undefined, errors: unknown, headers: Headers | undefined): ApiFailure {
  const retryAfter = Number(headers?.get('retry-after'))
  return new ApiFailure({
    status,
    problems: toProblems(errors),
    ray: headers?.get('cf-ray') ?? null,
    retryAfter: retryAfter > 0 ? retryAfter : null,
  })
}

/** A part of the app that a write needs could not be fetched, so the write was not begun. */
export function notLoaded(): never {
  const message = 'A part of Token Desk could not be loaded, so nothing was sent.'
  throw new ApiFailure({ isBeforeWrite: true, problems: [{ code: 0, message, pointer: null }] })
}

/** The `errors` of an answer. They come from outside, so each field is checked, and no list is an empty one. */
function toProblems(errors: unknown): ApiProblem[] {
  if (!Array.isArray(errors)) return []
  return errors.map((error: unknown) => {
    const { code, message, source } = (error ?? {}) as Partial<Record<'code' | 'message' | 'source', unknown>>
    const pointer = (source as { pointer?: unknown } | null | undefined)?.pointer
    return {
      code: typeof code === 'number' ? code : 0,
      message: typeof message === 'string' ? message : '',
      pointer: typeof pointer === 'string' ? pointer : null,
    }
  })
}

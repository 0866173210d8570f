import { APIError, APIUserAbortError } from 'cloudflare/error'

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

/** Turns what the SDK throws into the one failure type. An abort stays what it is: nobody waits for it. */
export function rethrow(error: unknown): never {
  if (error instanceof APIUserAbortError) throw error
  if (!(error instanceof APIError)) throw new ApiFailure({})
  const retryAfter = Number(error.headers?.get('retry-after'))
  throw new ApiFailure({
    status: error.status,
    // The SDK's constructor reads a missing list as absent, whatever its type says.
    problems: (error.errors ?? []).map((problem) => ({
      code: problem.code ?? 0,
      message: problem.message ?? '',
      pointer: problem.source?.pointer ?? null,
    })),
    ray: error.headers?.get('cf-ray') ?? null,
    retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  })
}

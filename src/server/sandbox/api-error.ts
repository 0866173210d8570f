export type ErrorItem = {
  code: number
  message: string
  documentation_url?: string
  source?: { pointer: string }
  error_chain?: { code: number; message: string }[]
}

/** An error in the API's own terms. Handlers throw it; it is answered as the envelope. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly errors: ErrorItem[]
  readonly headers: Record<string, string>

  constructor(status: number, errors: ErrorItem | ErrorItem[], headers: Record<string, string> = {}) {
    const list = Array.isArray(errors) ? errors : [errors]
    super(list[0]?.message ?? '')
    this.status = status
    this.errors = list
    this.headers = headers
  }
}

/** A 400 that points to one place in the body. */
export const invalid = (code: number, message: string, pointer: string) =>
  new ApiError(400, { code, message, source: { pointer } })

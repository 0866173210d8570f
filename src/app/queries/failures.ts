import { ApiFailure } from '#app/api/errors.ts'

export { isRateLimited, pauseOf } from '#app/api/errors.ts'

/** Pages get failures from queries as they get data; this is the only test they need. */
export const isApiFailure = (error: unknown): error is ApiFailure => error instanceof ApiFailure

/** Token Desk's own server answers in the API's envelope, with the code 90000 + HTTP status. */
const OWN_CODES = 90_000

/** The HTTP status of an error of our own server; `null` for an error of the API. */
export const ownStatus = (code: number): number | null =>
  code > OWN_CODES && code < OWN_CODES + 600 ? code - OWN_CODES : null

/** The user is not signed in, or no longer. */
export const isSignedOut = ({ problems }: Pick<ApiFailure, 'problems'>): boolean =>
  problems.some(({ code }) => ownStatus(code) === 401)

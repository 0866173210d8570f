import { ApiFailure, ownStatus } from '#app/api/errors.ts'

export { isRateLimited, ownStatus, pauseOf } from '#app/api/errors.ts'

/** Pages get failures from queries as they get data; this is the only test they need. */
export const isApiFailure = (error: unknown): error is ApiFailure => error instanceof ApiFailure

/** The user is not signed in, or no longer. */
export const isSignedOut = ({ problems }: Pick<ApiFailure, 'problems'>): boolean =>
  problems.some(({ code }) => ownStatus(code) === 401)

import { ApiFailure } from '#app/api/errors.ts'

/** Pages get failures from queries as they get data; this is the only test they need. */
export const isApiFailure = (error: unknown): error is ApiFailure => error instanceof ApiFailure

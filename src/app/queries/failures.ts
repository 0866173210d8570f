import { ApiFailure } from '#app/api/errors.ts'

/** Pages get failures from queries as they get data; this is the only test they need. */
export const isApiFailure = (error: unknown): error is ApiFailure => error instanceof ApiFailure

/** Our server's own code for "nobody is signed in, or no longer". */
const SIGNED_OUT = 90_401

export const isSignedOut = ({ problems }: ApiFailure): boolean => problems.some(({ code }) => code === SIGNED_OUT)

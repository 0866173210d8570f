import type { ApiFailure } from '#app/api/errors.ts'

/** What went wrong in plain words: the problem, its likely cause, and the next step. */
export type FailureExplanation = { title: string; cause: string; next: string }

/** Token Desk's own proxy answers in the API's envelope with 90000 + HTTP status. */
const OWN_CODE = 90_000

/**
 * Reads status and code, as the same code covers many causes
 * (`contract/api-behaviour.md` §1.2); Cloudflare's own words go beside it, verbatim.
 */
export function explainFailure(failure: ApiFailure): FailureExplanation {
  const codes = new Set(failure.problems.map(({ code }) => code))
  const says = (words: string) => failure.problems.some(({ message }) => message.includes(words))

  if (failure.status === undefined) return navigator.onLine ? NO_ANSWER : OFFLINE
  if (failure.status === 429) return RATE_LIMITED
  if (codes.has(OWN_CODE + 504)) return TIMED_OUT
  if (codes.has(OWN_CODE + 502)) return UNREADABLE
  if (failure.status >= 500) return CLOUDFLARE_TROUBLE
  if (says('Cannot use the access token from location')) return WRONG_ADDRESS
  if (codes.has(OWN_CODE + 401)) return SIGNED_OUT
  if (says('READ_ONLY')) return READ_ONLY
  if (codes.has(10000) || says('Invalid access token') || codes.has(6003)) return NOT_ACCEPTED
  if (failure.status === 401) return NOT_ACCEPTED
  if (codes.has(OWN_CODE + 403)) return BLOCKED_HERE
  if (failure.status === 403) return REFUSED
  if (failure.status === 404) return NOT_FOUND
  if (failure.status === 409) return CHANGED_MEANWHILE
  return NOT_TAKEN
}

const OFFLINE = {
  title: 'You are offline',
  cause: 'The browser has no connection.',
  next: 'It goes on by itself once you are online again, or try again now.',
}
const NO_ANSWER = {
  title: 'No answer from the server',
  cause: 'The Token Desk server did not answer, or the connection broke.',
  next: 'Check that it is still running, then try again.',
}
const RATE_LIMITED = {
  title: 'Too many requests',
  cause: 'Cloudflare allows 1,200 requests in five minutes for one credential.',
  next: 'Wait for the time it named; reading goes on by itself.',
}
const WRONG_ADDRESS = {
  title: 'Refused from this address',
  cause: 'The credential is limited to other client addresses than the one this server calls from.',
  next: 'Add the server’s address to the IP limits of its token, or run it from an allowed one.',
}
const NOT_ACCEPTED = {
  title: 'The credential was not accepted',
  cause: 'The token this app runs on is unknown, expired, disabled, or of another account.',
  next: 'Give the server a working token (CLOUDFLARE_API_TOKEN) and start it again.',
}
const SIGNED_OUT = {
  title: 'You are signed out',
  cause: 'The session ended, or Cloudflare no longer accepts your token.',
  next: 'Sign in again; what you entered is kept in this tab.',
}
const READ_ONLY = {
  title: 'This server is read-only',
  cause: 'Whoever runs it has switched every change off (READ_ONLY).',
  next: 'Use another server for changes, or ask for the switch to be turned.',
}
const BLOCKED_HERE = {
  title: 'This server does not pass that on',
  cause: 'Token Desk’s own server refused the request before it reached Cloudflare.',
  next: 'Open the app at the address its server printed, and one of the accounts it was started for.',
}
const REFUSED = {
  title: 'The credential may not do this',
  cause: 'It needs “Account API Tokens Read” to look and “Account API Tokens Write” to change.',
  next: 'Give that permission to the token this app runs on, or start the server with another token.',
}
const NOT_FOUND = {
  title: 'Not found',
  cause: 'Nothing with this id is in this account; it may have been deleted.',
  next: 'Check the id and the account.',
}
const CHANGED_MEANWHILE = {
  title: 'Changed meanwhile',
  cause: 'Somebody else, or another window, changed this token after you opened it.',
  next: 'Look at the token in another tab, then open the editor again and repeat your change.',
}
const TIMED_OUT = {
  title: 'Cloudflare took too long',
  cause: 'No answer within 30 seconds.',
  next: 'Try again in a moment.',
}
const UNREADABLE = {
  title: 'No proper answer from Cloudflare',
  cause: 'The API could not be reached, or what came back was not an answer of the API.',
  next: 'Try again; if it stays, check what stands between this server and the API.',
}
const CLOUDFLARE_TROUBLE = {
  title: 'Cloudflare has trouble',
  cause: 'The API answered with an error of its own.',
  next: 'Try again in a moment; www.cloudflarestatus.com says whether others see it too.',
}
const NOT_TAKEN = {
  title: 'Cloudflare did not take this',
  cause: 'Something in the request is not as the API wants it.',
  next: 'Change what it names below and try again.',
}

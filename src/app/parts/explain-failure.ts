import type { ApiFailure } from '#app/api/errors.ts'
import { explainBody, type SentBody } from './explain-failure-body.ts'
import { explainOwn } from './explain-failure-own.ts'
import type { FailureExplanation } from './failure-explanation.ts'

/**
 * Uses the status, the code, the errors below it and the sent body, because one code has many causes
 * (`docs/api-behaviour.md` §1.2). Cloudflare's own message is shown next to it, verbatim. `sent` is the request body,
 * if any, with its `account_id` and never a secret.
 */
export function explainFailure(failure: Explainable, sent?: SentBody): FailureExplanation {
  const { kind, status, problems } = failure
  if (kind === 'app-fault') return failure.isBeforeWrite ? { ...NOT_SENT, cause: failure.message ?? '' } : APP_FAULT
  if (kind === 'odd-answer') return ODD_ANSWER
  if (status === undefined) return navigator.onLine ? NO_ANSWER : OFFLINE
  const own = explainOwn(problems)
  if (own) return own
  if (status === 429 || problems.some(({ code }) => code === 971 || code === 10100)) return RATE_LIMITED
  if (status >= 500) return CLOUDFLARE_TROUBLE

  const said = problems.flatMap(({ code, message, chain }) => [{ code, message }, ...chain])
  const rule = (rules: Rule[]) =>
    rules.find(([of, words]) =>
      said.some(({ code, message }) => (of === null || of === code) && (!words || words.test(message))),
    )?.[2]
  return rule(OF_CREDENTIAL) ?? explainBody(failure, sent) ?? rule(OF_CODE) ?? BY_STATUS[status] ?? NOT_TAKEN
}

type Explainable = Pick<ApiFailure, 'status' | 'problems'> &
  Partial<Pick<ApiFailure, 'kind' | 'isBeforeWrite' | 'message'>>

type Rule = [code: number | null, words: RegExp | null, explanation: FailureExplanation]

const NOT_SENT = {
  title: 'Nothing was sent',
  next: 'Read it again. If it comes the same, change the token in Cloudflare’s dashboard.',
}
const APP_FAULT = {
  title: 'A fault of Token Desk',
  cause: 'The app failed while it worked on this. The API did not refuse it.',
  next: 'Check what is stored before you repeat it. A reload keeps what you entered.',
}
const ODD_ANSWER = {
  title: 'An answer of another form',
  cause: 'An answer came, and it is not what the API documents.',
  next: 'Try again. If it comes the same, check what is between this server and the API.',
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
const REFUSED = {
  title: 'The credential may not do this',
  cause: 'It needs “Account API Tokens Read” to look and “Account API Tokens Write” to change.',
  next: 'Give that permission to the token this app runs on, or start the server with another token.',
}
const UNKNOWN_OR_LACKING = {
  title: 'The credential was not accepted',
  cause: 'The token this app runs on is unknown here, or lacks a permission: Cloudflare says the same of both.',
  next: 'Check that it is active and holds the permission; now and then this passes by itself, so try once more.',
}
const TOO_MANY_FAILURES = {
  title: 'Cloudflare does not listen for now',
  cause: 'Too many requests with a wrong token came from the address of this server.',
  next: 'Wait some minutes, then try again with a working token.',
}
const WRONG_SHAPE = {
  title: 'The secret has not the shape of a token',
  cause:
    'Cloudflare could not read it as one: quotes or spaces came with it, a part is missing, or it is another kind of key.',
  next: 'Copy the secret alone. A Global API Key is no token and does not work here.',
}
const NO_CREDENTIAL = {
  title: 'No credential reached Cloudflare',
  cause: 'The request came there without a token, or something on the way took it out.',
  next: 'Check CLOUDFLARE_API_TOKEN of the server, and what is between it and the API.',
}
const USERS_ONLY = {
  title: 'Not for tokens of an account',
  cause: 'This part of the API is for user tokens: a token of an account has no user.',
  next: 'Use a user token for it, or the account’s own address of the same thing.',
}
const NOT_AUTHENTICATED = {
  title: 'Cloudflare could not tell whose request this is',
  cause: 'The token is not accepted at this address of the API; some take user tokens only.',
  next: 'Check the token with “Verify token”. If it works there, this call is not for tokens of an account.',
}
const NO_ACCOUNT_TOKENS = {
  title: 'This product takes no account tokens',
  cause: 'Cloudflare has not opened it to account-owned tokens.',
  next: 'Use a user token for it.',
}
const NO_SUCH_ADDRESS = {
  title: 'Not found',
  cause: 'An id in the address has not the form of one (32 characters, 0–9 and a–f).',
  next: 'Check the id of the account and of the token.',
}
const WRONG_METHOD = {
  title: 'The API has no such call',
  cause: 'Nothing can be done in that way at this address; an id may be missing from it.',
  next: 'Reload the page and try again.',
}
const NOT_FOUND = {
  title: 'Not found',
  cause: 'Nothing with this id is in this account; it may have been deleted.',
  next: 'Check the id and the account.',
}
const CHANGED_ELSEWHERE = {
  title: 'The token was changed elsewhere',
  cause: 'Another user, or another window, changed it after you opened it.',
  next: 'Look at the token in another tab, then open the editor again and repeat your change.',
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

/** About the credential or the place of its use, whatever was sent. The first match counts. */
const OF_CREDENTIAL: Rule[] = [
  [null, /Cannot use the access token from location/i, WRONG_ADDRESS],
  [null, /Max auth failures/i, TOO_MANY_FAILURES],
  [null, /does not support account owned tokens/i, NO_ACCOUNT_TOKENS],
  [6111, null, WRONG_SHAPE],
  [6103, null, WRONG_SHAPE],
  [6003, null, WRONG_SHAPE],
  [9106, /Missing/i, NO_CREDENTIAL],
  [9106, null, USERS_ONLY],
  [10001, null, NOT_AUTHENTICATED],
  [1000, /Invalid API Token/i, NOT_ACCEPTED],
  [9109, /Invalid access token/i, NOT_ACCEPTED],
]

/** When the body is not the cause. */
const OF_CODE: Rule[] = [
  [9109, null, REFUSED],
  [10000, /forbidden/i, REFUSED],
  [10000, null, UNKNOWN_OR_LACKING],
  [1011, null, NO_ACCOUNT_TOKENS],
  [7001, null, WRONG_METHOD],
  [7003, null, NO_SUCH_ADDRESS],
  [1003, null, NOT_FOUND],
]

const BY_STATUS: Partial<Record<number, FailureExplanation>> = {
  401: NOT_ACCEPTED,
  403: REFUSED,
  404: NOT_FOUND,
  405: WRONG_METHOD,
  409: CHANGED_ELSEWHERE,
}

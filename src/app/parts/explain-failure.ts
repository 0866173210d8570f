import type { ApiFailure } from '#app/api/errors.ts'
import { waitWords } from '#domain/text/wait-words.ts'
import { explainBody, type SentBody } from './explain-failure-body.ts'
import { explainOwn } from './explain-failure-own.ts'
import type { FailureExplanation } from './failure-explanation.ts'
import { hasUser } from './kept-in-tab.ts'
import { ownTokenWords } from './own-token-words.ts'

/**
 * Uses the status, the code, the errors below it and the sent body, because one code has many causes
 * (`docs/api-behaviour.md` §1.2). Cloudflare's own message is shown next to it, verbatim. `sent` is the request body,
 * if any, with its `account_id` and never a secret. `hasSignIn`: each user brings a token of their own.
 */
export function explainFailure(
  failure: Explainable,
  sent?: SentBody,
  { hasSignIn = hasUser() } = {},
): FailureExplanation {
  const { kind, status, problems, retryAfter } = failure
  if (kind === 'app-fault') return failure.isBeforeWrite ? { ...NOT_SENT, cause: failure.message ?? '' } : APP_FAULT
  if (kind === 'odd-answer') return ODD_ANSWER
  if (status === undefined) return navigator.onLine ? NO_ANSWER : OFFLINE
  const own = explainOwn(problems)
  if (own) return own
  if (status === 429 || problems.some(({ code }) => code === 971 || code === 10100))
    return retryAfter ? { ...RATE_LIMITED, next: `Wait ${waitWords(retryAfter)}, then try again.` } : RATE_LIMITED
  if (status >= 500) return CLOUDFLARE_TROUBLE
  // The API says why it refuses. A gateway or a proxy on the way to it may not.
  if (problems.length === 0) return ODD_ANSWER

  const said = problems.flatMap(({ code, message, chain }) => [{ code, message }, ...chain])
  const rule = (rules: Rule[]) =>
    rules.find(([of, words]) =>
      said.some(({ code, message }) => (of === null || of === code) && (!words || words.test(message))),
    )?.[2]
  const found =
    rule(OF_CREDENTIAL) ??
    explainBody(failure, sent, ownTokenWords(hasSignIn)) ??
    rule(OF_CODE) ??
    BY_STATUS[status] ??
    NOT_TAKEN
  return (hasSignIn && OF_USER.get(found)) || found
}

type Explainable = Pick<ApiFailure, 'status' | 'problems'> &
  Partial<Pick<ApiFailure, 'kind' | 'isBeforeWrite' | 'message' | 'retryAfter'>>

type Rule = [code: number | null, words: RegExp | null, explanation: FailureExplanation]

const NOT_SENT = {
  title: 'Nothing was sent',
  next: 'Try again. If it happens again, change the token in Cloudflare’s dashboard.',
}
const APP_FAULT = {
  title: 'Something went wrong in Token Desk',
  cause: 'The app failed while processing this. Cloudflare didn’t reject it.',
  next: 'Check what was saved before you try again. A reload keeps what you entered.',
}
const ODD_ANSWER = {
  title: 'Unexpected API response',
  cause: 'The API didn’t respond as documented.',
  next: 'Try again. If it continues, check this server’s network or proxy.',
}
const OFFLINE = {
  title: 'You’re offline',
  cause: 'The browser has no connection.',
  next: 'We’ll reconnect automatically.',
}
const NO_ANSWER = {
  title: 'No response from the server',
  cause: 'Token Desk’s server didn’t respond, or the connection broke.',
  next: 'Check that it’s running, then try again.',
}
const RATE_LIMITED = {
  title: 'Too many requests',
  cause: 'Cloudflare allows 1,200 requests in five minutes for one credential.',
  next: 'Wait a moment, then try again.',
}
const WRONG_ADDRESS = {
  title: 'Blocked by the credential’s IP limit',
  cause: 'This server’s IP isn’t in the credential’s allowed list.',
  next: 'Add it to the credential’s Client IP address filtering, or run the server from an allowed IP.',
}
const NOT_ACCEPTED = {
  title: 'Cloudflare rejected Token Desk’s credential',
  cause: 'It may be expired, disabled or deleted, or belong to another account.',
  next: 'Set CLOUDFLARE_API_TOKEN to a working token and restart the server.',
}
const REFUSED = {
  title: 'Missing permission',
  cause: 'Token Desk’s credential needs “Account API Tokens Read” to view and “Account API Tokens Write” to edit.',
  next: 'Add the permission to it, or start the server with another token.',
}
const UNKNOWN_OR_LACKING = {
  title: 'Cloudflare rejected Token Desk’s credential',
  cause: 'It’s unknown in this account or lacks a permission. Cloudflare doesn’t say which.',
  next: 'Check that it’s active and has the permission, then try again.',
}
const TOO_MANY_FAILURES = {
  title: 'Too many failed attempts from this server',
  cause: 'Cloudflare is blocking its requests for a while after several wrong tokens.',
  next: 'Try again in a few minutes with a working token.',
}
const WRONG_SHAPE = {
  title: 'This isn’t an API token',
  cause: 'Part of it is missing, quotes or spaces came with it, or it is a Global API Key.',
  next: 'Copy the API token alone and paste it again.',
}
const NO_CREDENTIAL = {
  title: 'Cloudflare received no credential',
  cause: 'The request had no token, or a proxy removed it.',
  next: 'Check the server’s CLOUDFLARE_API_TOKEN, and its network or proxy.',
}
const USERS_ONLY = {
  title: 'Not available for account tokens',
  cause: 'This API endpoint accepts user tokens only.',
  next: 'Use a user token, or the account’s endpoint for the same data.',
}
const NOT_AUTHENTICATED = {
  title: 'Cloudflare couldn’t authenticate the request',
  cause: 'This API endpoint doesn’t accept the token. Some accept user tokens only.',
  next: 'Check the token with “Verify token”. If it works there, this endpoint doesn’t accept account tokens.',
}
const NO_ACCOUNT_TOKENS = {
  title: 'Not supported for account tokens yet',
  cause: 'This product accepts user tokens only.',
  next: 'Use a user token.',
}
const NO_SUCH_ADDRESS = {
  title: 'Not found',
  cause: 'An ID in the URL isn’t valid (32 characters, 0–9 and a–f).',
  next: 'Check the account ID and the token ID.',
}
const WRONG_METHOD = {
  title: 'Unknown API request',
  cause: 'The API doesn’t support it. An ID may be missing from the URL.',
  next: 'Reload the page and try again.',
}
const NOT_FOUND = {
  title: 'Not found',
  cause: 'It may have been deleted, or belong to another account.',
  next: 'Check the account and the ID.',
}
const CHANGED_ELSEWHERE = {
  title: 'Changed by someone else',
  cause: 'Another user or another tab changed the token after you opened it.',
  next: 'View the token in another tab, then open the editor again and repeat your change.',
}
const CONFLICT = {
  title: 'Conflict with something that exists',
  cause: 'The API refused it because of another change, or of something that is there already.',
  next: 'Look at the token as it is now, then try again.',
}
const CLOUDFLARE_TROUBLE = {
  title: 'Cloudflare API error',
  cause: 'The API reported an internal error.',
  next: 'Try again in a moment, or check www.cloudflarestatus.com.',
}
const NOT_TAKEN = {
  title: 'Cloudflare rejected the request',
  cause: 'Something in it isn’t valid.',
  next: 'Fix the problem below and try again.',
}

/** What is told instead to a user who signed in: the credential is their own token. */
const OF_USER = new Map<FailureExplanation, FailureExplanation>([
  [
    REFUSED,
    {
      ...REFUSED,
      cause: 'Your token needs “Account API Tokens Read” to view and “Account API Tokens Write” to edit.',
      next: 'Add the permission to it, or sign in with another token.',
    },
  ],
  [
    NOT_ACCEPTED,
    { ...NOT_ACCEPTED, title: 'Cloudflare rejected your token', next: 'Sign out, and sign in with a working token.' },
  ],
  [UNKNOWN_OR_LACKING, { ...UNKNOWN_OR_LACKING, title: 'Cloudflare rejected your token' }],
  [NO_CREDENTIAL, { ...NO_CREDENTIAL, next: 'Check the server’s network or proxy.' }],
  [
    WRONG_ADDRESS,
    {
      title: 'Blocked by your token’s IP limit',
      cause: 'This server’s IP isn’t in your token’s allowed list.',
      next: 'Add it to your token’s Client IP address filtering, or sign in with another token.',
    },
  ],
])

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
  // The app's own, before it writes.
  [0, /changed after this form was opened/, CHANGED_ELSEWHERE],
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
  409: CONFLICT,
}

import type { FailureExplanation } from './failure-explanation.ts'
import { ownStatus } from '#app/queries/failures.ts'

/** What the app's own server has to say: it reads as a fault told by the app, not as a refusal of Cloudflare's. */
export function explainOwn(problems: { code: number; message: string }[]): FailureExplanation | null {
  for (const { code, message } of problems) {
    const own = ownStatus(code)
    const rule = OWN.find(([status, words]) => own === status && (!words || words.test(message)))
    if (rule) return rule[2]
    if (own === 503) return { ...UNAVAILABLE, cause: message }
  }
  return problems.some(({ code }) => ownStatus(code) !== null) ? NOT_PASSED_ON : null
}

const READ_ONLY = {
  title: 'Read-only',
  cause: 'Changes are turned off on this server (READ_ONLY).',
  next: 'Ask your administrator.',
}
const OTHER_ACCOUNT = {
  title: 'This server is for other accounts',
  cause: 'Its CLOUDFLARE_ACCOUNT_ID doesn’t include this account.',
  next: 'Choose another account, or add this one to CLOUDFLARE_ACCOUNT_ID and restart the server.',
}
const OTHER_ADDRESS = {
  title: 'This isn’t the server’s URL',
  cause: 'The server responds only at its own URL, and only to its own pages.',
  next: 'Open the URL that the server printed, or set HOST and PORT, or PUBLIC_URL.',
}
const NO_ACCESS = {
  title: 'Blocked by Cloudflare Access',
  cause: 'The request had no valid Access signature.',
  next: 'Reload the page to sign in again.',
}
const NOT_PASSED_ON = {
  title: 'Request blocked by Token Desk',
  cause: 'The server doesn’t allow it, so nothing reached Cloudflare.',
  next: 'Reload the page. The app may be older than the server.',
}
const BAD_INPUT = {
  title: 'Token Desk can’t send this',
  cause: 'Something in it isn’t valid, so nothing reached Cloudflare.',
  next: 'Fix the problem below and try again.',
}
const TOO_LARGE = {
  title: 'Request too large',
  cause: 'Token Desk sends at most 1 MB in one request.',
  next: 'Split the policies across two tokens.',
}
const SIGNED_OUT = {
  title: 'You’re signed out',
  cause: 'The session ended, or Cloudflare no longer accepts your token.',
  next: 'Sign in again. What you entered stays on this page.',
}
const TOO_MANY_SIGN_INS = {
  title: 'Too many sign-in attempts',
  cause: 'Several attempts from your network failed.',
  next: 'Wait a few minutes, then try again with a token of this account.',
}
/** The server's message says what is missing. */
const UNAVAILABLE = {
  title: 'Token Desk’s server can’t do this now',
  next: 'Try again in a moment. If it continues, ask your administrator.',
}
const OWN_FAULT = {
  title: 'Token Desk’s server failed',
  cause: 'An unexpected error occurred.',
  next: 'Try again. The server’s log has the details.',
}
const NO_NAME = {
  title: 'Couldn’t find the API’s host',
  cause: 'The server couldn’t resolve the host name (DNS).',
  next: 'Check the server’s network, and CLOUDFLARE_API_BASE_URL if it is set.',
}
const NO_CONNECTION = {
  title: 'Couldn’t reach Cloudflare',
  cause: 'The server’s connection was refused, dropped or blocked by a firewall.',
  next: 'Check that the server can reach api.cloudflare.com on port 443, then try again.',
}
const NO_TRUST = {
  title: 'Untrusted API certificate',
  cause: 'A proxy between the server and the API, such as one that inspects TLS, presents its own certificate.',
  next: 'Set NODE_EXTRA_CA_CERTS to the proxy’s certificate and restart the server.',
}
const UNREADABLE = {
  title: 'Couldn’t reach Cloudflare',
  cause: 'The API didn’t respond as expected.',
  next: 'Try again. If it continues, check this server’s network or proxy.',
}
const TIMED_OUT = {
  title: 'Cloudflare took too long',
  cause: 'No response within 30 seconds.',
  next: 'Try again in a moment.',
}

/**
 * By status and, where a status has several causes, by the server's message. The first match counts. `null`: it is not
 * about our server.
 */
const OWN: [status: number, words: RegExp | null, explanation: FailureExplanation | null][] = [
  [400, null, BAD_INPUT],
  [401, null, SIGNED_OUT],
  [403, /READ_ONLY/, READ_ONLY],
  [403, /CLOUDFLARE_ACCOUNT_ID|must name an account/, OTHER_ACCOUNT],
  [403, /answers only to|other sites/, OTHER_ADDRESS],
  [403, /Cloudflare Access/, NO_ACCESS],
  [413, null, TOO_LARGE],
  // Cloudflare's own limit, told in words that are not the API's.
  [429, /API answered with HTTP 429/, null],
  [429, null, TOO_MANY_SIGN_INS],
  [500, null, OWN_FAULT],
  [502, /\((ENOTFOUND|EAI_[A-Z]+|ENODATA)\)/, NO_NAME],
  [502, /\([A-Z_]*(CERT|SIGNATURE|SSL|TLS)[A-Z_]*\)/, NO_TRUST],
  [502, /connection to the API failed/, NO_CONNECTION],
  [502, null, UNREADABLE],
  [504, null, TIMED_OUT],
]

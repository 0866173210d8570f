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
  title: 'This server is read-only',
  cause: 'Its operator has switched every change off (READ_ONLY).',
  next: 'Use another server for changes, or have the switch turned.',
}
const OTHER_ACCOUNT = {
  title: 'This server is set up for other accounts',
  cause: 'It was started with CLOUDFLARE_ACCOUNT_ID, which does not name this account.',
  next: 'Choose one of its accounts, or add this one to CLOUDFLARE_ACCOUNT_ID and start it again.',
}
const OTHER_ADDRESS = {
  title: 'This server is reached at another address',
  cause: 'It answers only at the addresses it was set up for, and to its own pages.',
  next: 'Open the app at the address its server printed, or set HOST, PORT or PUBLIC_ORIGIN.',
}
const NO_ACCESS = {
  title: 'Cloudflare Access did not let this through',
  cause: 'The request came without a valid signature of Cloudflare Access.',
  next: 'Reload the page to sign in to Access again.',
}
const NOT_PASSED_ON = {
  title: 'This server does not pass that on',
  cause: 'Token Desk’s own server refused the request before it reached Cloudflare.',
  next: 'Reload the page; app and server may be of different versions.',
}
const BAD_INPUT = {
  title: 'Token Desk cannot send this',
  cause: 'What was entered has not the form its server passes on, so nothing went to Cloudflare.',
  next: 'Correct what it names below and try again.',
}
const TOO_LARGE = {
  title: 'Too large to send',
  cause: 'Token Desk’s server takes at most 1 MB in one request.',
  next: 'Split the token’s policies over two tokens.',
}
const SIGNED_OUT = {
  title: 'You are signed out',
  cause: 'The session ended, or Cloudflare no longer accepts your token.',
  next: 'Sign in again; what you entered is kept in this tab.',
}
const TOO_MANY_SIGN_INS = {
  title: 'Too many attempts to sign in',
  cause: 'Several attempts have failed that came from the address of this computer or its network.',
  next: 'Wait a few minutes, then try again with a token of this account.',
}
/** The server's message says what is missing. */
const UNAVAILABLE = {
  title: 'Token Desk’s server cannot do this now',
  next: 'Try again in a moment; its operator finds more in its log.',
}
const OWN_FAULT = {
  title: 'Token Desk’s server made a mistake',
  cause: 'It failed before it could answer.',
  next: 'Try again; its log says what happened.',
}
const NO_NAME = {
  title: 'The address of the API was not found',
  cause: 'The server could not look up the name of the API’s host (DNS).',
  next: 'Check the network of the machine the server runs on, and CLOUDFLARE_API_BASE_URL where it is set.',
}
const NO_CONNECTION = {
  title: 'The API could not be reached',
  cause: 'The server got no connection to it: refused, cut, or kept out by a firewall.',
  next: 'Check that the machine the server runs on may reach api.cloudflare.com on port 443, then try again.',
}
const NO_TRUST = {
  title: 'The API’s certificate was not trusted',
  cause: 'Something between the server and the API, such as a proxy that inspects TLS, shows a certificate of its own.',
  next: 'Give the server that proxy’s certificate (NODE_EXTRA_CA_CERTS) and start it again.',
}
const UNREADABLE = {
  title: 'No proper answer from Cloudflare',
  cause: 'The API could not be reached, or what came back was not an answer of the API.',
  next: 'Try again; if it stays, check what is between this server and the API.',
}
const TIMED_OUT = {
  title: 'Cloudflare took too long',
  cause: 'No answer within 30 seconds.',
  next: 'Try again in a moment.',
}

/** By status and, where a status has several causes, by the server's message. The first match counts. */
const OWN: [status: number, words: RegExp | null, explanation: FailureExplanation][] = [
  [400, null, BAD_INPUT],
  [401, null, SIGNED_OUT],
  [403, /READ_ONLY/, READ_ONLY],
  [403, /CLOUDFLARE_ACCOUNT_ID|must name an account/, OTHER_ACCOUNT],
  [403, /answers only to|other sites/, OTHER_ADDRESS],
  [403, /Cloudflare Access/, NO_ACCESS],
  [413, null, TOO_LARGE],
  [429, null, TOO_MANY_SIGN_INS],
  [500, null, OWN_FAULT],
  [502, /\((ENOTFOUND|EAI_[A-Z]+|ENODATA)\)/, NO_NAME],
  [502, /\([A-Z_]*(CERT|SIGNATURE|SSL|TLS)[A-Z_]*\)/, NO_TRUST],
  [502, /connection to the API failed/, NO_CONNECTION],
  [502, null, UNREADABLE],
  [504, null, TIMED_OUT],
]

import { expect, test } from 'vitest'
import { explainSignIn } from './explain-sign-in.ts'

const said = (status: number, message: string, retryAfter: number | null = null) =>
  explainSignIn({
    status,
    retryAfter,
    problems: [{ code: 90_000 + status, message, pointer: null, documentationUrl: null, chain: [] }],
  })
const refused = (words: string) => said(401, `Cloudflare does not accept this token for this account: ${words}.`)

test.each([
  ['Invalid API Token', /mistyped/],
  ['Cannot use the access token from location: 198.51.100.7', /IP limits/],
  ['it is not active', /disabled, expired/],
  ['Invalid request headers', /shape of a token/],
  ['Max auth failures reached, please check your Authorization header.', /./],
])('a token refused with “%s” says cause and next step', (words, cause) => {
  const explained = refused(words)
  expect(explained.title).toBe('This token does not open this account')
  expect(explained.cause).toMatch(cause)
  expect(explained.next).toBeTruthy()
})

test.each([
  [40, 'Try again in 40 seconds.'],
  [1, 'Try again in 1 second.'],
  [300, 'Try again in 5 minutes.'],
  [121, 'Try again in 3 minutes.'],
])('after too many attempts, with %i s to wait, it says how long and whose attempts they were', (retryAfter, next) => {
  const explained = said(429, 'Too many failed attempts to sign in.', retryAfter)
  expect(explained.next).toBe(next)
  expect(explained.cause).toContain('address of this computer or its network')
})

test('what the server lacks it says itself', () => {
  expect(said(503, 'Sessions cannot be kept right now.').cause).toBe('Sessions cannot be kept right now.')
})

test.each([
  [502, 'The connection to the API failed (ENOTFOUND).', 'The address of the API was not found'],
  [504, 'The API did not answer within 30 s.', 'Cloudflare took too long'],
  [429, 'Too many failed attempts to sign in.', 'Too many attempts to sign in'],
  [400, 'Send account_id (32 hex digits) and value (a token), nothing else.', 'Token Desk cannot send this'],
])('HTTP %i “%s” is no refusal of the token', (status, message, title) => {
  const explained = said(status, message)
  expect(explained.title).toBe(title)
  expect([explained.cause, explained.next].every(Boolean)).toBe(true)
})

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
  ['Invalid API Token', 'Cloudflare didn’t accept this token'],
  ['Cannot use the access token from location: 198.51.100.7', 'This token’s IP limit excludes this server'],
  ['it is not active', 'This token isn’t active'],
  ['Invalid request headers', 'This isn’t an API token'],
  ['Max auth failures reached, please check your Authorization header.', 'Too many failed attempts from this server'],
])('a token refused with “%s” says what it is, its cause and the next step', (words, title) => {
  const explained = refused(words)
  expect(explained.title).toBe(title)
  expect([explained.cause, explained.next].every(Boolean)).toBe(true)
})

test.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT'])(
  'without a connection (%s), the network and the base URL of the server are to check',
  (code) => {
    expect(said(502, `The connection to the API failed (${code}).`).next).toMatch(/network.*CLOUDFLARE_API_BASE_URL/)
  },
)

test('a certificate that is not trusted is no fault of the network', () => {
  const { next } = said(502, 'The connection to the API failed (SELF_SIGNED_CERT_IN_CHAIN).')
  expect(next).toContain('NODE_EXTRA_CA_CERTS')
})

test.each([
  [40, 'Try again in 40 seconds.'],
  [1, 'Try again in 1 second.'],
  [300, 'Try again in 5 minutes.'],
  [121, 'Try again in 3 minutes.'],
])('after too many attempts, with %i s to wait, it says how long and whose attempts they were', (retryAfter, next) => {
  const explained = said(429, 'Too many failed attempts to sign in.', retryAfter)
  expect(explained.next).toBe(next)
  expect(explained.cause).toContain('from your network')
})

test('what the server lacks it says itself', () => {
  expect(said(503, 'Sessions cannot be kept right now.').cause).toBe('Sessions cannot be kept right now.')
})

test.each([
  [502, 'The connection to the API failed (ENOTFOUND).', 'Couldn’t find the API’s host'],
  [504, 'The API did not answer within 30 s.', 'Cloudflare took too long'],
  [429, 'Too many failed attempts to sign in.', 'Too many sign-in attempts'],
  [400, 'Send account_id (32 hex digits) and value (a token), nothing else.', 'Token Desk can’t send this'],
])('HTTP %i “%s” is no refusal of the token', (status, message, title) => {
  const explained = said(status, message)
  expect(explained.title).toBe(title)
  expect([explained.cause, explained.next].every(Boolean)).toBe(true)
})

import { expect, test } from 'vitest'
import { judgeVerification } from './judge-verification.ts'

const ISSUED = Date.parse('2026-11-26T12:00:00Z')
const plain = { condition: { allowed: [], exceptions: [] }, notBefore: null }
const limited = { ...plain, condition: { allowed: ['203.0.113.0/24'], exceptions: [] } }
const odd = { ...plain, condition: { ...plain.condition, isOdd: true } }
const later = { ...plain, notBefore: '2027-01-01T00:00:00Z' }
const started = { ...plain, notBefore: '2026-01-01T00:00:00Z' }

const judge = (status: number | undefined, code: number, message: string, after: number, token = plain) =>
  judgeVerification(
    { status, problems: [{ code, message, pointer: null, documentationUrl: null, chain: [] }] },
    { token, issuedAt: ISSUED, now: ISSUED + after },
  )

const LOCATION = 'Cannot use the access token from location: 198.51.100.7'

test.each([
  ['unknown at first', 401, 1000, 'Invalid API Token', 0, plain, 'not-yet'],
  ['unknown after 29 s', 403, 9109, 'Invalid access token', 29_000, plain, 'not-yet'],
  ['unknown after 30 s', 401, 1000, 'Invalid API Token', 30_000, plain, 'refused'],
  ['no answer at first', undefined, 0, '', 1000, plain, 'not-yet'],
  ['no answer after 30 s', undefined, 0, '', 31_000, plain, 'unasked'],
  ['trouble of Cloudflare’s at first', 502, 90_502, 'The connection to the API failed.', 1000, plain, 'not-yet'],
  ['too many requests', 429, 971, 'More than 1200 requests', 1000, plain, 'unasked'],
  ['too many requests inside another status', 403, 971, 'More than 1200 requests', 1000, plain, 'unasked'],
  ['not passed on by this server', 400, 90_400, 'Send account_id', 1000, plain, 'unasked'],
  ['a malformed header', 400, 6003, 'Invalid request headers', 1000, plain, 'refused'],
  ['its own IP limits', 403, 9109, LOCATION, 1000, limited, 'address'],
  ['IP limits that can’t be read', 403, 9109, LOCATION, 1000, odd, 'address'],
  ['an address without limits of its own', 403, 9109, LOCATION, 1000, plain, 'refused'],
  ['a start ahead', 401, 1000, 'Invalid API Token', 1000, later, 'start'],
  ['a start behind', 401, 1000, 'Invalid API Token', 1000, started, 'not-yet'],
  ['a clock set back', 401, 1000, 'Invalid API Token', -5000, plain, 'not-yet'],
] as const)('%s', (_, status, code, message, after, token, fault) => {
  const own = { condition: { ...token.condition, allowed: [...token.condition.allowed] }, notBefore: token.notBefore }
  expect(judge(status, code, message, after, own as typeof plain)).toBe(fault)
})

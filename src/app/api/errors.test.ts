import { expect, test } from 'vitest'
import { ApiFailure, failureOf, pauseOf } from './errors.ts'

const problemOf = (error: unknown) => failureOf(403, [error], undefined).problems[0]

test('an error keeps its code, words, pointer, page and chain', () => {
  expect(
    problemOf({
      code: 6003,
      message: 'Invalid request headers',
      source: { pointer: '/policies/0' },
      documentation_url: 'https://developers.cloudflare.com/api/resources/accounts/',
      error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
    }),
  ).toEqual({
    code: 6003,
    message: 'Invalid request headers',
    pointer: '/policies/0',
    documentationUrl: 'https://developers.cloudflare.com/api/resources/accounts/',
    chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
  })
})

test.each(['https://developers.cloudflare.com/api/', 'https://cloudflare.com/x', 'https://dash.cloudflare.com/?to=/a'])(
  '%s is a page of Cloudflare’s',
  (url) => expect(problemOf({ documentation_url: url })?.documentationUrl).toBe(url),
)

test.each([
  'http://developers.cloudflare.com/api/',
  'https://developers.cloudflare.com.evil.example/',
  'https://evilcloudflare.com/',
  'https://developers.cloudflare.com@evil.example/',
  'https://user:pass@developers.cloudflare.com/',
  'https://developers.cloudflare.com:8443/',
  'javascript:alert(1)//cloudflare.com',
  '//developers.cloudflare.com/api',
  '/api',
  '',
  7,
  null,
  { href: 'https://developers.cloudflare.com' },
])('%j is no page to link to', (url) => expect(problemOf({ documentation_url: url })?.documentationUrl).toBeNull())

test.each([null, 7, 'text', [], [null, 7], { code: '1001', message: 7, source: null, error_chain: [null, 'x'] }])(
  'an error of the form %j is read without a fault',
  (error) => {
    expect(problemOf(error)).toMatchObject({ code: 0, message: '', pointer: null, documentationUrl: null })
  },
)

test.each([
  ['what it says', { status: 429, retryAfter: 40 }, 40_000],
  ['what a failure of another kind says', { status: 503, retryAfter: 2 }, 2_000],
  ['some seconds, where a rate limit does not say', { status: 429 }, 5_000],
  [
    'the same for a rate limit inside another status',
    { status: 403, problems: [{ code: 971, message: '', pointer: null }] },
    5_000,
  ],
  ['not longer than a timer can', { status: 429, retryAfter: 1e12 }, 2 ** 31 - 1],
  ['nothing else', { status: 503 }, null],
])('before the next request one waits %s', (_, failure, ms) => {
  expect(pauseOf(new ApiFailure(failure))).toBe(ms)
})

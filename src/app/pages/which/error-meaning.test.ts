import { expect, test } from 'vitest'
import { errorMeaning } from './error-meaning.ts'

const answer = (code: number, message: string) =>
  JSON.stringify({ success: false, errors: [{ code, message }], messages: [], result: null }, null, 2)

test.each([
  [answer(10000, 'Authentication error'), /^The token is unknown or lacks a permission\..* Paste the request/],
  [answer(10000, 'Forbidden'), /^The token is unknown or lacks/],
  ['10000 Authentication error', /^The token is unknown or lacks/],
  ['✘ [ERROR] Authentication error [code: 10000]', /^The token is unknown or lacks/],
  ['10000', /^The token is unknown or lacks/],
  ['error 10000', /^The token is unknown or lacks/],
  [answer(9109, 'Unauthorized to access requested resource'), /^The token lacks a permission.* Paste the request/],
  ['{"code":9109}', /^The token lacks a permission/],
  [answer(9109, 'Invalid access token'), /^The token is unknown, expired or disabled/],
  [answer(9109, 'Cannot use the access token from location: 192.0.2.1'), /IP limit/],
  [answer(9109, 'Max auth failures reached, please check your Authorization header.'), /for a while/],
  [answer(1000, 'Invalid API Token'), /^The token is unknown, expired or disabled/],
  [answer(6003, 'Invalid request headers'), /Authorization header/],
  [answer(9106, 'Missing X-Auth-Key, X-Auth-Email or Authorization headers'), /^The request had no token/],
  [answer(9106, 'Authentication failed'), /user tokens only/],
  [answer(10001, 'Unable to authenticate request'), /user tokens only/],
  [answer(1011, 'Page Rules endpoint does not support account owned tokens'), /user tokens only/],
  [answer(1001, 'Failed common permission check against resources.'), /its creator has/],
  [answer(7003, 'Could not route to /client/v4/zones/x, perhaps your object identifier is invalid?'), /An ID/],
  [answer(971, 'More than 1200 requests per 300 seconds reached.'), /^Too many requests/],
])('of %s it tells what the error means', (text, meaning) => {
  expect(errorMeaning(text)).toMatch(meaning)
})

test.each([
  ['{"success":true,"messages":[{"code":10000,"message":"This API Token is valid and active"}]}'],
  ['read 10000 records in 1000 ms, exit code 1'],
  ['http code 100001'],
  ['Error: connect ECONNREFUSED'],
  ['1000 requests failed'],
  ['There were 1000 errors: 1000'],
  ['errors: 7000 of 9000'],
  ['Error 1000: DNS points to prohibited IP'],
  ['error code: 1011'],
  [answer(1001, 'Invalid zone identifier')],
  [answer(10001, 'workers.api.error.something')],
  [''],
])('%s has no error of the API', (text) => {
  expect(errorMeaning(text)).toBeNull()
})

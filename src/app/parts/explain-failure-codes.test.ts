import { expect, test } from 'vitest'
import { TokenConflict } from '#app/queries/token-writes.ts'
import { testToken } from '#domain/inventory/testing.ts'
import { explainFailure } from './explain-failure.ts'

type Failure = Parameters<typeof explainFailure>[0]
type Said = { code: number; message: string; chain?: { code: number; message: string }[] }

const failed = (status: number, ...problems: Said[]): Failure => ({
  status,
  problems: problems.map((problem) => ({ pointer: null, documentationUrl: null, chain: [], ...problem })),
})
const error = (code: number, message: string): Said => ({ code, message })

/** Every failure of the table in docs/api-behaviour.md §1.2, with the status and the words it comes with. */
const DOCUMENTED: [status: number, said: Said][] = [
  [
    400,
    {
      ...error(6003, 'Invalid request headers'),
      chain: [{ code: 6103, message: 'Invalid format for X-Auth-Key header' }],
    },
  ],
  [400, error(6003, 'Invalid request headers')],
  [400, error(9106, 'Missing X-Auth-Key, X-Auth-Email or Authorization headers')],
  [400, error(9106, 'Authentication failed')],
  [401, error(1000, 'Invalid API Token')],
  [403, error(1000, 'Invalid API Token')],
  [401, error(10000, 'Authentication error')],
  [403, error(10000, 'Authentication error')],
  [403, error(9109, 'Unauthorized to access requested resource')],
  [403, error(9109, 'Invalid access token')],
  [403, error(9109, 'Max auth failures reached, please check your Authorization header.')],
  [403, error(9109, 'Cannot use the access token from location: 203.0.113.9')],
  [403, error(10001, 'Unable to authenticate request')],
  [400, error(7003, 'Could not route to /client/v4/accounts/x, perhaps your object identifier is invalid?')],
  [404, error(7000, 'No route for that URI')],
  [405, error(7001, 'Method not allowed')],
  [404, error(1003, 'Token not found')],
  [400, error(1001, 'Permission group abc not found')],
  [400, error(1001, 'id must be present')],
  [400, error(1001, 'Failed common permission check against resources. (Permission group: "DNS Write")')],
  [400, error(1001, 'Must nest zone under specific account resource')],
  [400, error(1001, 'Reusing existing policies is not supported by token creation')],
  [400, error(1001, 'This token is managed by Cloudflare')],
  [400, error(1001, 'List accounts endpoint does not support account owned tokens.')],
  [400, error(1011, 'Page Rules endpoint does not support account owned tokens')],
  [429, error(971, 'More than 1200 requests per 300 seconds reached.')],
  [429, error(10100, 'More than 1200 requests per 300 seconds reached.')],
]

/** What is said of a request of which nothing is known but that it was refused. */
const UNKNOWN = explainFailure(failed(400, error(4242, 'Something new')))

test.each(DOCUMENTED)('HTTP %i with %j has a title, a cause and a next step of its own', (status, said) => {
  const explained = explainFailure(failed(status, said))
  for (const text of Object.values(explained)) expect(text).toMatch(/^\S.*\S$/)
  expect(explained.next).toMatch(/\.$/)
  expect(explained).not.toEqual(UNKNOWN)
})

test.each([400, 401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504])(
  'the app’s own %i has a title, a cause and a next step, and does not blame Cloudflare for the request',
  (status) => {
    const explained = explainFailure(failed(status, error(90_000 + status, 'Told by the server.')))
    for (const text of Object.values(explained)) expect(text).toMatch(/^\S.*\S$/)
    expect(explained).not.toEqual(UNKNOWN)
    expect(explained).not.toEqual(explainFailure(failed(status, error(4242, 'Told by the server.'))))
  },
)

test('what the app’s own server lacks is told in its own words', () => {
  const message = 'Sign-in is not available: SESSION_KEY is not set.'
  expect(explainFailure(failed(503, error(90_503, message))).cause).toBe(message)
})

test.each([
  [4242, 'Something new'],
  [1001, 'Something new'],
  [400, 'Something new'],
  [0, 'Something new'],
])('of an unknown refusal with the code %i only that it was refused is said', (code, message) => {
  const { title, cause, next } = explainFailure(failed(400, error(code, message)))
  expect(title).toBe('Cloudflare rejected the request')
  // Nothing that the answer does not say: no permission, no credential, no limit, no address.
  expect(`${cause} ${next}`).not.toMatch(/permission|credential|token|limit|address|account/i)
})

test.each([
  [401, 'Cloudflare rejected Token Desk’s credential'],
  [403, 'Missing permission'],
  [404, 'Not found'],
  [409, 'Conflict with something that exists'],
  [418, 'Cloudflare rejected the request'],
  [503, 'Cloudflare API error'],
])('of an unknown code the HTTP status %i says what it can', (status, title) => {
  expect(explainFailure(failed(status, error(4242, 'Something new'))).title).toBe(title)
})

test.each([400, 401, 403, 404, 409])('a %i without a word of the API blames no token and no permission', (status) => {
  expect(explainFailure(failed(status)).title).toBe('Unexpected API response')
})

test('only the app itself says that another user changed a token', () => {
  expect(explainFailure(new TokenConflict(testToken('theirs'))).title).toBe('Changed by someone else')
  expect(explainFailure(failed(409, error(1234, 'conflict'))).title).not.toBe('Changed by someone else')
})

test.each([
  [401, error(1000, 'Invalid API Token')],
  [401, error(10000, 'Authentication error')],
  [400, error(9106, 'Missing X-Auth-Key')],
  [403, error(9109, 'Cannot use the access token from location: 192.0.2.1')],
  [400, error(1001, 'Failed common permission check against resources. (Permission group: "DNS Write")')],
])('a user who signed in is told of no credential of Token Desk where the API answers %i with %j', (status, said) => {
  const { title, cause, next } = explainFailure(failed(status, said), undefined, { hasSignIn: true })
  expect(`${title} ${cause} ${next}`).not.toMatch(/Token Desk|CLOUDFLARE_API_TOKEN|the credential/)
})

test('a user who signed in is told about the token of their own, and of no server to start', () => {
  const refused = failed(403, error(9109, 'Unauthorized to access requested resource'))
  expect(explainFailure(refused).next).toContain('start the server')
  expect(explainFailure(refused, undefined, { hasSignIn: true })).toEqual({
    title: 'Missing permission',
    cause: 'Your token needs “Account API Tokens Read” to view and “Account API Tokens Write” to edit.',
    next: 'Add the permission to it, or sign in with another token.',
  })
})

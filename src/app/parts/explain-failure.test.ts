import { afterEach, expect, test, vi } from 'vitest'
import { explainFailure } from './explain-failure.ts'

const OWN = '023e105f4ecef8ad9ca31a8372d0c353'
const OTHER = 'f'.repeat(32)
const ZONE_KEY = `com.cloudflare.api.account.zone.${'a'.repeat(32)}`

type Failure = Parameters<typeof explainFailure>[0]
type Said = Pick<Failure['problems'][number], 'code' | 'message'> & Partial<Failure['problems'][number]>

const failed = (status: number | undefined, ...problems: Said[]): Failure => ({
  status,
  problems: problems.map((problem) => ({ pointer: null, documentationUrl: null, chain: [], ...problem })),
})
const error = (code: number, message: string, pointer?: string) => ({
  code,
  message,
  ...(pointer !== undefined && { pointer }),
})
const body = (...resources: Record<string, unknown>[]) => ({
  account_id: OWN,
  name: 'x',
  policies: resources.map((each) => ({ effect: 'allow', permission_groups: [{ id: 'g' }], resources: each })),
})

afterEach(() => vi.unstubAllGlobals())

test('no answer is told apart from no connection', () => {
  vi.stubGlobal('navigator', { onLine: true })
  expect(explainFailure(failed(undefined)).title).toBe('No response from the server')
  vi.stubGlobal('navigator', { onLine: false })
  expect(explainFailure(failed(undefined)).title).toBe('You’re offline')
})

test.each([
  [401, error(1000, 'Invalid API Token'), 'Cloudflare rejected Token Desk’s credential'],
  [403, error(9109, 'Invalid access token'), 'Cloudflare rejected Token Desk’s credential'],
  [401, error(10000, 'Authentication error'), 'Cloudflare rejected Token Desk’s credential'],
  [403, error(10000, 'Authentication error'), 'Cloudflare rejected Token Desk’s credential'],
  [403, error(10000, 'Forbidden'), 'Missing permission'],
  [403, error(9109, 'Unauthorized to access requested resource'), 'Missing permission'],
  [403, error(9109, 'Cannot use the access token from location: 203.0.113.9'), 'Blocked by the credential’s IP limit'],
  [
    403,
    error(9109, 'Max auth failures reached, please check your Authorization header.'),
    'Too many failed attempts from this server',
  ],
  [400, error(6003, 'Invalid request headers'), 'This isn’t an API token'],
  [
    400,
    { ...error(1, 'odd'), chain: [{ code: 6111, message: 'Invalid format for Authorization header' }] },
    'This isn’t an API token',
  ],
  [400, error(9106, 'Missing X-Auth-Key, X-Auth-Email or Authorization headers'), 'Cloudflare received no credential'],
  [400, error(9106, 'Authentication failed'), 'Not available for account tokens'],
  [403, error(10001, 'Unable to authenticate request'), 'Cloudflare couldn’t authenticate the request'],
  [
    400,
    error(1001, 'List accounts endpoint does not support account owned tokens.'),
    'Not supported for account tokens yet',
  ],
  [
    400,
    error(1011, 'Page Rules endpoint does not support account owned tokens'),
    'Not supported for account tokens yet',
  ],
  [
    404,
    error(7003, 'Could not route to /client/v4/accounts/x/tokens/y, perhaps your object identifier is invalid?'),
    'Not found',
  ],
  [404, error(1003, 'Token not found'), 'Not found'],
  [405, error(7001, 'Method not allowed'), 'Unknown API request'],
  [429, error(971, 'More than 1200 requests per 300 seconds reached.'), 'Too many requests'],
  [403, error(971, 'More than 1200 requests per 300 seconds reached.'), 'Too many requests'],
  [429, error(90_429, 'The API answered with HTTP 429 and an unknown format.'), 'Too many requests'],
  [500, error(10000, 'Internal error'), 'Cloudflare API error'],
  [400, error(1001, 'Invalid request'), 'Cloudflare rejected the request'],
  [400, error(400, 'name must have a length between 1 and 120'), 'The name is too short or too long'],
  [
    400,
    error(1001, 'Reusing existing policies is not supported by token creation'),
    'A new token can’t reuse stored policies',
  ],
  [
    400,
    error(1001, `Must nest zone under specific account resource: ${OWN}`),
    'All zones must be under the account’s key',
  ],
  [400, error(1001, 'This token is managed by Cloudflare and cannot be deleted'), 'Managed by Cloudflare'],
  [400, error(1001, 'Limit of 500 account tokens reached'), 'Token limit reached'],
  [400, error(1001, 'Permission group abc not found'), 'Unknown permission group'],
] satisfies [number, Said, string][])('HTTP %i with %j: %s', (status, said, title) =>
  expect(explainFailure(failed(status, said)).title).toBe(title),
)

test.each([
  [
    400,
    'Send account_id (32 hex digits) and value (1 to 200 visible characters, no spaces), nothing else.',
    'Token Desk can’t send this',
  ],
  [400, 'account.id must be an account ID: 32 hex digits.', 'Token Desk can’t send this'],
  [401, 'Sign in to use this.', 'You’re signed out'],
  [403, 'This server is read-only: READ_ONLY is set.', 'Read-only'],
  [
    403,
    'This server is set up for other accounts: CLOUDFLARE_ACCOUNT_ID does not name this one.',
    'This server is for other accounts',
  ],
  [
    403,
    'This server answers only to localhost:5173. Set HOST and PORT to use another address.',
    'This isn’t the server’s URL',
  ],
  [
    403,
    'Cloudflare Access did not sign this request for this application, or its signature has expired.',
    'Blocked by Cloudflare Access',
  ],
  [404, 'Token Desk does not support this API call.', 'Request blocked by Token Desk'],
  [405, 'This address supports only GET.', 'Request blocked by Token Desk'],
  [413, 'A request body can have at most 1 MB.', 'Request too large'],
  [415, 'A write needs the header Content-Type: application/json.', 'Request blocked by Token Desk'],
  [429, 'Too many failed attempts to sign in.', 'Too many sign-in attempts'],
  [500, 'Internal error in Token Desk’s server.', 'Token Desk’s server failed'],
  [502, 'The connection to the API failed (ENOTFOUND).', 'Couldn’t find the API’s host'],
  [502, 'The connection to the API failed (EAI_AGAIN).', 'Couldn’t find the API’s host'],
  [502, 'The connection to the API failed (ECONNREFUSED).', 'Couldn’t reach Cloudflare'],
  [502, 'The connection to the API failed (UND_ERR_CONNECT_TIMEOUT).', 'Couldn’t reach Cloudflare'],
  [502, 'The connection to the API failed (SELF_SIGNED_CERT_IN_CHAIN).', 'Untrusted API certificate'],
  [502, 'The connection to the API failed (UNABLE_TO_VERIFY_LEAF_SIGNATURE).', 'Untrusted API certificate'],
  [502, 'The API answered with HTTP 520 and an unknown format.', 'Couldn’t reach Cloudflare'],
  [504, 'The API did not answer within 30 s.', 'Cloudflare took too long'],
])('the app’s own %i, “%s”, is told by the app', (status, message, title) => {
  const explained = explainFailure(failed(status, error(90_000 + status, message)))
  expect(explained.title).toBe(title)
  expect(`${explained.cause} ${explained.next}`).not.toMatch(/Cloudflare (rejected|refused)/)
})

test.each([
  ['flat buckets', { 'com.cloudflare.edge.r2.bucket.*': '*' }, 'nested'],
  ['an account without id', { 'com.cloudflare.api.account': '*' }, 'has no account ID'],
  ['another account', { [`com.cloudflare.api.account.${OTHER}`]: '*' }, 'another account'],
])('9109 on a body with %s is about the body, with a pointer and without', (_, resources, cause) => {
  const sent = body({ [ZONE_KEY]: '*' }, resources)
  for (const pointer of ['/policies/1/resources', undefined]) {
    const said = error(9109, 'Unauthorized to access requested resource', pointer)
    const explained = explainFailure(failed(403, said), sent)
    expect(explained.title).toBe('Cloudflare rejected a resource in policy 2')
    expect(explained.cause).toContain(cause)
    // Only a pointer leaves no doubt that the credential is good enough.
    expect(explained.next.includes('isn’t the cause')).toBe(pointer !== undefined)
  }
})

test('9109 with a pointer into a body that looks right still does not blame the credential', () => {
  const said = error(9109, 'Unauthorized to access requested resource', '/policies/0/resources')
  for (const sent of [body({ [ZONE_KEY]: '*' }), undefined]) {
    const { title, next } = explainFailure(failed(403, said), sent)
    expect(title).toBe('Cloudflare rejected a resource in policy 1')
    expect(next).toContain('The credential isn’t the cause')
  }
})

test('9109 on a body that looks right is about the credential', () => {
  const said = error(9109, 'Unauthorized to access requested resource')
  expect(explainFailure(failed(403, said), body({ [ZONE_KEY]: '*' })).title).toBe('Missing permission')
})

test.each(['Invalid access token', 'Max auth failures reached', 'Cannot use the access token from location: 1.2.3.4'])(
  '9109 “%s” is about the credential, whatever was sent',
  (message) => {
    const sent = body({ 'com.cloudflare.api.account': '*' })
    expect(explainFailure(failed(403, error(9109, message)), sent).title).not.toContain('Policy')
  },
)

test('a failed permission check names group and policy, and offers what fits the resources', () => {
  const message = 'Failed common permission check against resources. (Permission group: "DNS Write")'
  const zone = explainFailure(failed(400, error(1001, message)), body({ [ZONE_KEY]: '*' }))
  expect(zone.title).toBe('Cloudflare rejected “DNS Write” in policy 1')
  expect(zone.next).toContain('choose all zones')
  const account = explainFailure(
    failed(400, error(1001, message, '/policies/1/permission_groups/0')),
    body({ [ZONE_KEY]: '*' }, { [`com.cloudflare.api.account.${OWN}`]: '*' }),
  )
  expect(account.title).toBe('Cloudflare rejected “DNS Write” in policy 2')
  expect(account.next).not.toContain('choose all zones')
  expect(explainFailure(failed(400, error(1001, message))).title).toBe(
    'Cloudflare rejected “DNS Write” in one of the policies',
  )
})

test('an unsupported kind of resource is named', () => {
  const message = 'com.cloudflare.edge.worker.script is not a supported resource type'
  const { title, cause } = explainFailure(failed(400, error(1001, message, '/policies/2/resources')))
  expect(title).toContain('Policy 3')
  expect(cause).toContain('com.cloudflare.edge.worker.script')
})

test.each([{ policies: 'x' }, { policies: [null, 7, { resources: null }] }, {}, { policies: [{ effect: 7 }] }])(
  'a sent body of the form %j does not keep a failure from being explained',
  (sent) => {
    const said = error(9109, 'Unauthorized to access requested resource')
    expect(explainFailure(failed(403, said), sent).title).toBe('Missing permission')
  },
)

test('a rate limit that says how long it takes is told with that', () => {
  const limited = failed(429, error(971, 'More than 1200 requests per 300 seconds reached.'))
  expect(explainFailure({ ...limited, retryAfter: 40 }).next).toBe('Wait 40 seconds, then try again.')
  expect(explainFailure({ ...limited, retryAfter: null }).next).toBe('Wait a moment, then try again.')
})

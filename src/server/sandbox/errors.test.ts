import { afterAll, beforeAll, expect, test } from 'vitest'
import { BEARER, startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { schemaProblems } from '#server/testing/openapi.ts'

const account = 'c'.repeat(32)
const other = 'd'.repeat(32)
const ZONE_READ = 'c8fed203ed3043cba015a93ad1616f1f'
const WORKERS_WRITE = 'e086da7e2179491d91ee5f35b3ca210a'
const onAllZones = { [`com.cloudflare.api.account.${account}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
const goodPolicy = { effect: 'allow', permission_groups: [{ id: ZONE_READ }], resources: onAllZones }

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

type Answer = {
  status: number
  errors: { code: number; message: string; source?: { pointer: string }; error_chain?: { code: number }[] }[]
  headers: Headers
}

async function call(
  method: string,
  path: string,
  { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const answer = await fetch(`${sandbox.baseUrl}${path}`, {
    method,
    headers: headers ?? { authorization: `Bearer ${BEARER}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  // Every answer of the sandbox is the envelope.
  const envelope = (await answer.json()) as { errors: Answer['errors'] }
  expect(schemaProblems(method, path.split('?')[0] ?? '', answer.ok, envelope)).toEqual([])
  return { status: answer.status, errors: envelope.errors, headers: answer.headers }
}

const tokens = `/accounts/${account}/tokens`

test.each([
  ['no credentials', {}, 400, 9106],
  ['an empty bearer', { authorization: 'Bearer ' }, 400, 6003],
  ['a bearer with spaces', { authorization: 'Bearer a b c' }, 400, 6003],
  ['a token in X-Auth-Key', { 'x-auth-key': BEARER }, 400, 6003],
  ['an unknown token', { authorization: `Bearer cfat_${'x'.repeat(48)}` }, 403, 9109],
])('%s is refused as live', async (_, headers, status, code) => {
  const answer = await call('GET', tokens, { headers })
  expect(answer).toMatchObject({ status, errors: [{ code }] })
})

test('malformed headers name the header in the error chain', async () => {
  const bearer = await call('GET', tokens, { headers: { authorization: 'Bearer x' } })
  expect(bearer.errors[0]?.error_chain?.[0]?.code).toBe(6111)
  const key = await call('GET', tokens, { headers: { 'x-auth-key': 'x' } })
  expect(key.errors[0]?.error_chain?.[0]?.code).toBe(6103)
})

test.each([
  ['GET', '/accounts/short/tokens', 404, 7003],
  ['GET', `${tokens}/${'1'.repeat(34)}`, 404, 7003],
  ['GET', `${tokens}/${'1'.repeat(32)}`, 404, 1003],
  ['PUT', `${tokens}/`, 405, 7001],
  ['POST', `${tokens}/${'1'.repeat(32)}/value`, 405, 7001],
  ['GET', '/memberships', 400, 9106],
  ['GET', '/user/tokens/verify', 401, 1000],
  ['GET', `${tokens}?per_page=4`, 400, 1001],
  ['GET', `${tokens}?per_page=51`, 400, 1001],
  ['GET', `${tokens}?direction=sideways`, 400, 1001],
])('%s %s answers %i with code %i', async (method, path, status, code) => {
  expect(await call(method, path)).toMatchObject({
    status,
    errors: expect.arrayContaining([expect.objectContaining({ code })]),
  })
})

test.each([
  ['an empty name', { name: '', policies: [goodPolicy] }, 400, 'name must have a length', '/name'],
  ['121 characters', { name: 'n'.repeat(121), policies: [goodPolicy] }, 400, 'name must have a length', '/name'],
  ['no policies', { name: 'x' }, 1001, 'policies', '/policies'],
  [
    'a policy id',
    { name: 'x', policies: [{ ...goodPolicy, id: '1'.repeat(32) }] },
    1001,
    'Reusing existing policies',
    '/policies/0/id',
  ],
  [
    'an unknown effect',
    { name: 'x', policies: [{ ...goodPolicy, effect: 'maybe' }] },
    1001,
    'effect',
    '/policies/0/effect',
  ],
  [
    'a group without id',
    { name: 'x', policies: [{ ...goodPolicy, permission_groups: [{}] }] },
    1001,
    'id must be present',
    '/policies/0/permission_groups/0',
  ],
  [
    'an unknown group',
    { name: 'x', policies: [{ ...goodPolicy, permission_groups: [{ id: 'f'.repeat(32) }] }] },
    1001,
    'Permission group',
    '/policies/0/permission_groups/0',
  ],
  [
    'an account group on zones',
    { name: 'x', policies: [{ ...goodPolicy, permission_groups: [{ id: WORKERS_WRITE }] }] },
    1001,
    'Failed common permission check against resources. (Permission group: "Workers Scripts Write")',
    '/policies/0/permission_groups/0',
  ],
  [
    'flat all zones',
    { name: 'x', policies: [{ ...goodPolicy, resources: { 'com.cloudflare.api.account.zone.*': '*' } }] },
    1001,
    'nest zone under specific account resource',
    '/policies/0/resources',
  ],
  [
    'a bad CIDR',
    { name: 'x', policies: [goodPolicy], condition: { request_ip: { in: ['10.0.0.0/33'] } } },
    1001,
    'CIDR',
    '/condition/request_ip/in/0',
  ],
  [
    'an expiry in the past',
    { name: 'x', policies: [goodPolicy], expires_on: '2020-01-01T00:00:00Z' },
    1001,
    'future',
    '/expires_on',
  ],
  [
    'an expiry before the start',
    { name: 'x', policies: [goodPolicy], not_before: '2098-01-01T00:00:00Z', expires_on: '2097-01-01T00:00:00Z' },
    1001,
    'after not_before',
    '/expires_on',
  ],
])('a create with %s is refused at its place', async (_, body, code, words, pointer) => {
  const answer = await call('POST', tokens, { body })
  expect(answer).toMatchObject({ status: 400, errors: [{ code, source: { pointer } }] })
  expect(answer.errors[0]?.message).toContain(words)
})

test.each([
  ['another account', { [`com.cloudflare.api.account.${other}`]: '*' }],
  ['every account', { 'com.cloudflare.api.account.*': '*' }],
  ['an account without id', { 'com.cloudflare.api.account': '*' }],
  ['flat all buckets', { 'com.cloudflare.edge.r2.bucket.*': '*' }],
])('resources of %s are refused with 9109', async (_, resources) => {
  const answer = await call('POST', tokens, { body: { name: 'x', policies: [{ ...goodPolicy, resources }] } })
  expect(answer).toMatchObject({ status: 403, errors: [{ code: 9109 }] })
})

test('a body that is no JSON object, or too large, is refused', async () => {
  expect((await call('POST', tokens, { body: '{"name":' })).status).toBe(400)
  expect((await call('POST', tokens, { body: '[]' })).status).toBe(400)
  expect((await call('POST', tokens, { body: { name: 'x'.repeat(1_100_000) } })).status).toBe(413)
})

test('status expired cannot be set, and a PUT needs name and policies', async () => {
  const created = await sandbox
    .client()
    .accounts.tokens.create({ account_id: account, name: 'x', policies: [goodPolicy] as never })
  const path = `${tokens}/${created.id}`
  expect(await call('PUT', path, { body: { name: 'x', policies: [goodPolicy], status: 'expired' } })).toMatchObject({
    status: 400,
  })
  expect(await call('PUT', path, { body: { name: 'only a name' } })).toMatchObject({ status: 400 })
})

test('a token does only what its groups allow, from where its condition allows', async () => {
  const admin = sandbox.client().accounts
  const narrow = await admin.tokens.create({ account_id: account, name: 'narrow', policies: [goodPolicy] as never })
  const headers = { authorization: `Bearer ${narrow.value}`, 'content-type': 'application/json' }
  const refused = { status: 403, errors: [{ code: 9109, message: 'Unauthorized to access requested resource' }] }
  expect(await call('GET', tokens, { headers })).toMatchObject(refused)
  expect(await call('GET', `/accounts/${other}/tokens`, { headers })).toMatchObject(refused)
  expect(await call('GET', `/accounts/${other}/tokens/verify`, { headers })).toMatchObject({
    status: 401,
    errors: [{ code: 1000 }],
  })
  expect(await call('GET', `/accounts/${account}/r2/buckets`, { headers })).toMatchObject(refused)
  expect((await call('GET', `/zones?account.id=${account}`, { headers })).status).toBe(200)

  const caged = await admin.tokens.create({
    account_id: account,
    name: 'caged',
    policies: [goodPolicy] as never,
    condition: { request_ip: { in: ['192.0.2.0/24'] } },
  })
  const cagedHeaders = { authorization: `Bearer ${caged.value}` }
  const outside = await call('GET', `${tokens}/verify`, { headers: cagedHeaders })
  expect(outside).toMatchObject({
    status: 403,
    errors: [{ message: 'Cannot use the access token from location: 127.0.0.1' }],
  })
  const inside = await call('GET', `${tokens}/verify`, {
    headers: { ...cagedHeaders, 'cf-connecting-ip': '192.0.2.9' },
  })
  expect(inside.status).toBe(200)
})

test('a token without zone permission learns what it lacks', async () => {
  await sandbox.control(`/${other}/scenario`, { canListZones: false, ownPermissions: 'read' })
  expect(await call('GET', `/zones?account.id=${other}`)).toMatchObject({ status: 400, errors: [{ code: 0 }] })
  expect(await call('POST', `/accounts/${other}/tokens`, { body: {} })).toMatchObject({
    status: 403,
    errors: [{ code: 9109 }],
  })
})

test('the quota ends creation', async () => {
  const full = 'e'.repeat(32)
  await sandbox.control(`/${full}/scenario`, { tokens: 5, quota: 5 })
  const resources = { [`com.cloudflare.api.account.${full}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
  const answer = await call('POST', `/accounts/${full}/tokens`, {
    body: { name: 'x', policies: [{ ...goodPolicy, resources }] },
  })
  expect(answer).toMatchObject({ status: 400, errors: [{ code: 1001 }] })
  expect(answer.errors[0]?.message).toContain('5 account tokens')
})

test('the rate budget is told in headers and ends in 429 with Retry-After', async () => {
  const busy = 'f'.repeat(32)
  await sandbox.control(`/${busy}/scenario`, { rateLimit: 3 })
  const first = await call('GET', `/accounts/${busy}/tokens`)
  expect(first.headers.get('ratelimit')).toMatch(/^"default";r=2;t=\d+$/)
  expect(first.headers.get('ratelimit-policy')).toBe('"burst";q=3;w=300')
  await call('GET', `/accounts/${busy}/tokens`)
  await call('GET', `/accounts/${busy}/tokens`)
  const fourth = await call('GET', `/accounts/${busy}/tokens`)
  expect(fourth).toMatchObject({ status: 429, errors: [{ code: 971 }] })
  expect(Number(fourth.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('too many unknown tokens end in "Max auth failures"', async () => {
  const attacked = '1'.repeat(32)
  const headers = { authorization: `Bearer cfat_${'y'.repeat(48)}` }
  for (let attempt = 0; attempt < 50; attempt += 1) await call('GET', `/accounts/${attacked}/tokens`, { headers })
  const answer = await call('GET', `/accounts/${attacked}/tokens`, { headers })
  expect(answer.errors[0]?.message).toContain('Max auth failures reached')
})

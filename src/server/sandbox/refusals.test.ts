import Cloudflare from 'cloudflare'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BEARER, startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { DEFAULT_ACCOUNT_ID, ownTokenId } from './seed.ts'

const account_id = 'c4'.repeat(16)
const policies = [
  {
    effect: 'allow',
    permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f' }],
    resources: { [`com.cloudflare.api.account.${account_id}`]: { 'com.cloudflare.api.account.zone.*': '*' } },
  },
  // The SDK requires a policy ID, which the API refuses on create.
] as never

let sandbox: RunningSandbox
let narrow: Cloudflare
beforeAll(async () => {
  sandbox = await startSandbox()
  const made = await sandbox.client().accounts.tokens.create({ account_id, name: 'narrow', policies })
  narrow = sandbox.client(made.value)
})
afterAll(() => sandbox.close())

const withKey = (apiKey: string, apiEmail: string) =>
  new Cloudflare({ apiKey, apiEmail, apiToken: null, baseURL: sandbox.baseUrl, maxRetries: 0 })

describe('an account token at the endpoints of a user', () => {
  test('memberships answer 400 with 9106', async () => {
    for (const client of [sandbox.client(), narrow]) {
      await expect(client.memberships.list()).rejects.toMatchObject({
        status: 400,
        errors: [{ code: 9106, message: 'Authentication failed' }],
      })
    }
  })

  test('the user, and what hangs on it, answers 403 with 9109', async () => {
    const refusal = { status: 403, errors: [{ code: 9109, message: 'Unauthorized to access requested resource' }] }
    await expect(sandbox.client().user.get()).rejects.toMatchObject(refusal)
    await expect(sandbox.client().user.tokens.list()).rejects.toMatchObject(refusal)
    await expect(narrow.user.get()).rejects.toMatchObject(refusal)
  })

  test('user verify answers 401 with 1000', async () => {
    await expect(sandbox.client().user.tokens.verify()).rejects.toMatchObject({
      status: 401,
      errors: [{ code: 1000, message: 'Invalid API Token' }],
    })
  })

  test('an unknown token is told so before anything else', async () => {
    const unknown = sandbox.client(`cfat_${'z'.repeat(48)}`)
    const refusal = { status: 403, errors: [{ code: 9109, message: 'Invalid access token' }] }
    await expect(unknown.user.get()).rejects.toMatchObject(refusal)
    await expect(unknown.memberships.list()).rejects.toMatchObject(refusal)
  })
})

test('a product without account tokens answers 400 with 1011', async () => {
  await expect(sandbox.client().pageRules.list({ zone_id: '1'.repeat(32) })).rejects.toMatchObject({
    status: 400,
    errors: [{ code: 1011, message: 'Page Rules endpoint does not support account owned tokens' }],
  })
})

test('the list of accounts can be closed to account tokens, as it was', async () => {
  await sandbox.control(`/${DEFAULT_ACCOUNT_ID}/scenario`, { canListAccounts: false })
  await expect(sandbox.client().accounts.list()).rejects.toMatchObject({
    status: 400,
    errors: [{ code: 1001, message: 'List accounts endpoint does not support account owned tokens.' }],
  })
  await sandbox.control(`/${DEFAULT_ACCOUNT_ID}/scenario`, {})
  expect((await sandbox.client().accounts.list()).result).toHaveLength(3)
})

test('a key of the wrong form names its header in the error chain', async () => {
  await expect(
    withKey('not-a-key', 'mara@northwind.example').accounts.tokens.list({ account_id }),
  ).rejects.toMatchObject({ status: 400, errors: [{ code: 6003, error_chain: [{ code: 6103 }] }] })
})

test('a token that is disabled, over or not yet begun is no access, and verify tells why', async () => {
  const { tokens } = sandbox.client().accounts
  const powers = [
    {
      effect: 'allow',
      permission_groups: [{ id: 'eb56a6953c034b9d97dd838155666f06' }],
      resources: { [`com.cloudflare.api.account.${account_id}`]: '*' },
    },
    // The SDK requires a policy ID, which the API refuses on create.
  ] as never
  const invalid = { status: 403, errors: [{ code: 9109, message: 'Invalid access token' }] }

  const off = await tokens.create({ account_id, name: 'off', policies: powers })
  const offClient = sandbox.client(off.value).accounts
  expect((await offClient.tokens.list({ account_id })).result.length).toBeGreaterThan(0)
  await tokens.update(off.id ?? '', { account_id, name: 'off', policies: powers, status: 'disabled' })
  await expect(offClient.tokens.list({ account_id })).rejects.toMatchObject(invalid)
  expect(await offClient.tokens.verify({ account_id })).toMatchObject({ status: 'disabled' })

  const soon = await tokens.create({ account_id, name: 'soon', policies: powers, not_before: '2098-01-01T00:00:00Z' })
  await expect(sandbox.client(soon.value).accounts.tokens.list({ account_id })).rejects.toMatchObject(invalid)

  const short = await tokens.create({
    account_id,
    name: 'short',
    policies: powers,
    expires_on: new Date(Date.now() + 2000).toISOString(),
  })
  const shortClient = sandbox.client(short.value).accounts
  await expect.poll(async () => (await shortClient.tokens.verify({ account_id })).status).toBe('expired')
  await expect(shortClient.tokens.list({ account_id })).rejects.toMatchObject(invalid)
})

test('every 403 links the reference page of its call', async () => {
  const REFERENCE = 'https://developers.cloudflare.com/api/resources'
  const TOKENS = `${REFERENCE}/accounts/subresources/tokens`
  const id = ownTokenId(account_id)
  const { tokens } = narrow.accounts
  const calls: [() => Promise<unknown>, string][] = [
    [async () => tokens.list({ account_id }), `${TOKENS}/methods/list/`],
    [async () => tokens.get(id, { account_id }), `${TOKENS}/methods/get/`],
    [async () => tokens.create({ account_id, name: 'x', policies }), `${TOKENS}/methods/create/`],
    [async () => tokens.update(id, { account_id, name: 'x', policies }), `${TOKENS}/methods/update/`],
    [async () => tokens.delete(id, { account_id }), `${TOKENS}/methods/delete/`],
    [async () => tokens.value.update(id, { account_id }, { body: {} }), `${TOKENS}/subresources/value/methods/update/`],
    [
      async () => tokens.permissionGroups.list({ account_id }),
      `${TOKENS}/subresources/permission_groups/methods/list/`,
    ],
    [async () => narrow.r2.buckets.list({ account_id }), `${REFERENCE}/r2/subresources/buckets/methods/list/`],
    [
      async () => narrow.workers.scripts.list({ account_id }),
      `${REFERENCE}/workers/subresources/scripts/methods/list/`,
    ],
    [async () => narrow.user.get(), `${REFERENCE}/user/methods/get/`],
  ]
  for (const [call, documentation_url] of calls) {
    await expect(call()).rejects.toMatchObject({ status: 403, errors: [{ documentation_url }] })
  }
  await sandbox.control(`/${account_id}/faults`, { method: 'GET', path: '/tokens', status: 403 })
  await expect(sandbox.client().accounts.tokens.list({ account_id })).rejects.toMatchObject({
    status: 403,
    errors: [{ documentation_url: expect.stringContaining(TOKENS) }],
  })
})

test.each([
  ['a verification', 'GET', `/accounts/${account_id}/tokens/verify`, BEARER, 200],
  ['a verification that fails', 'GET', `/accounts/${account_id}/tokens/verify`, `cfat_${'z'.repeat(48)}`, 401],
  ['a malformed account id', 'GET', '/accounts/short/tokens', BEARER, 404],
  ['a malformed token id', 'GET', `/accounts/${account_id}/tokens/short`, BEARER, 404],
  ['a method that is not taken', 'DELETE', `/accounts/${account_id}/tokens`, BEARER, 405],
  ['a call without credentials', 'GET', `/accounts/${account_id}/tokens`, '', 400],
  ['an unknown token', 'GET', `/accounts/${account_id}/tokens`, `cfat_${'z'.repeat(48)}`, 403],
  ['a user endpoint', 'GET', '/user', BEARER, 403],
  ['a list', 'GET', `/accounts/${account_id}/tokens`, BEARER, 200],
])('the rate budget is told with %s', async (_, method, path, bearer, status) => {
  const answer = await fetch(`${sandbox.baseUrl}${path}`, {
    method,
    ...(bearer && { headers: { authorization: `Bearer ${bearer}` } }),
  })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('ratelimit')).toMatch(/^"default";r=\d+;t=\d+$/)
  expect(answer.headers.get('ratelimit-policy')).toBe('"burst";q=1200;w=300')
})

test('a verification and a wrong path use up the budget of their token, a stranger uses none', async () => {
  const busy = 'a7'.repeat(16)
  await sandbox.control(`/${busy}/scenario`, { rateLimit: 3 })
  const { accounts } = sandbox.client()
  for (let call = 0; call < 5; call += 1) {
    const stranger = sandbox.client(`cfat_${'z'.repeat(48)}`).accounts
    await expect(stranger.tokens.verify({ account_id: busy })).rejects.toMatchObject({ status: 401 })
  }
  await accounts.tokens.verify({ account_id: busy })
  await expect(accounts.tokens.get('short', { account_id: busy })).rejects.toMatchObject({
    status: 404,
    errors: [{ code: 7003 }, { code: 7000 }],
  })
  await accounts.tokens.list({ account_id: busy })
  await expect(accounts.tokens.verify({ account_id: busy })).rejects.toMatchObject({
    status: 429,
    errors: [{ code: 971 }],
  })
})

test.each([
  ['2027-02-30T00:00:00Z'],
  ['2027-13-01T00:00:00Z'],
  ['2027-03-01T24:00:00Z'],
  ['2027-03-01T00:00Z'],
  ['2027-03-01T00:00:00'],
  ['2027-03-01'],
])('%s is no time', async (expires_on) => {
  await expect(
    sandbox.client().accounts.tokens.create({ account_id, name: 'x', policies, expires_on }),
  ).rejects.toMatchObject({ status: 400, errors: [{ code: 1001, source: { pointer: '/expires_on' } }] })
})

test('a start moved behind the end that stays is refused', async () => {
  const { tokens } = sandbox.client().accounts
  const made = await tokens.create({ account_id, name: 'short life', policies, expires_on: '2098-01-01T00:00:00Z' })
  const late = { account_id, name: 'short life', policies, not_before: '2098-06-01T00:00:00Z' }
  await expect(tokens.update(made.id ?? '', late)).rejects.toMatchObject({
    status: 400,
    errors: [{ code: 1001, source: { pointer: '/expires_on' } }],
  })
})

test('a PUT ignores fields at the top that it does not know', async () => {
  const { tokens } = sandbox.client().accounts
  const made = await tokens.create({ account_id, name: 'as read', policies })
  const body = { account_id, name: 'as read', policies, issued_on: '2020-01-01T00:00:00Z', risk: 7 }
  const updated = await tokens.update(made.id ?? '', body)
  expect(updated).not.toHaveProperty('risk')
  expect(updated.issued_on).toBe(made.issued_on)
})

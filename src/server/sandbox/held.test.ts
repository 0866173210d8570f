import { afterAll, beforeAll, expect, test } from 'vitest'
import { BEARER, startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const account = 'a1'.repeat(16)
const tokenId = 'b2'.repeat(16)
const path = `/accounts/${account}/tokens/${tokenId}`

/** Bypasses the SDK, whose answers are checked against the schema; these need not match it. */
async function call(method: string, at: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${sandbox.baseUrl}${at}`, {
    method,
    headers: { authorization: `Bearer ${BEARER}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return ((await answer.json()) as { result: unknown }).result
}

const hold = (json: unknown) => sandbox.control(`/${account}/tokens/${tokenId}/raw`, json)

test.each([
  ['a token of unknown fields', { id: tokenId, name: 'x', policies: 'none', risk: { score: 7 }, expires_on: 12 }],
  ['a nested oddity', { id: tokenId, policies: [null, { effect: 'block', resources: { a: { b: { c: '*' } } } }] }],
  ['own keys that objects inherit', JSON.parse('{"__proto__":{"a":1},"constructor":"c","prototype":null}') as unknown],
  ['an empty object', {}],
  ['null', null],
  ['a text', 'token'],
  ['a list', [1]],
])('%s is answered as it was put', async (_, json) => {
  await hold(json)
  const answered = await call('GET', path)
  expect(JSON.stringify(answered)).toBe(JSON.stringify(json))
  const list = await call('GET', `/accounts/${account}/tokens?per_page=50`)
  expect(list).toContainEqual(json)
})

test('a PUT lays its body over what is held, and nothing else', async () => {
  await hold({ id: tokenId, name: 'before', policies: [null], modified_on: 'yesterday', kept: [1] })
  const body = { name: '', policies: [{ effect: 'block', resources: {}, more: 1 }], status: 'odd', expires_on: null }
  expect(await call('PUT', path, body)).toEqual({ id: tokenId, modified_on: 'yesterday', kept: [1], ...body })
  expect(await call('GET', path)).toEqual({ id: tokenId, modified_on: 'yesterday', kept: [1], ...body })
})

test('an end in the past keeps a held token out of the list, as any other', async () => {
  await hold({ name: 'over', expires_on: new Date(Date.now() - 86_400_000).toISOString() })
  const held = expect.objectContaining({ name: 'over' })
  expect(await call('GET', `/accounts/${account}/tokens?per_page=50`)).not.toContainEqual(held)
  expect(await call('GET', `/accounts/${account}/tokens?per_page=50&include_expired=true`)).toContainEqual(held)
})

test('but one that is disabled is listed, whatever its end', async () => {
  await hold({ name: 'off', status: 'disabled', expires_on: new Date(Date.now() - 86_400_000).toISOString() })
  const held = expect.objectContaining({ name: 'off' })
  expect(await call('GET', `/accounts/${account}/tokens?per_page=50`)).toContainEqual(held)
})

test('a held token can be deleted', async () => {
  await hold({ name: 'gone' })
  expect(await call('DELETE', path)).toEqual({ id: tokenId })
  expect(await call('GET', path)).toBeNull()
})

test('the bodies of creates and updates can be read back, and no secret with them', async () => {
  const other = 'c3'.repeat(16)
  const { accounts } = sandbox.client()
  const created = await accounts.tokens.create({ account_id: other, name: 'read back', policies: [] })
  await accounts.tokens.update(created.id ?? '', { account_id: other, name: 'renamed', policies: [] })
  const rolled = await accounts.tokens.value.update(created.id ?? '', { account_id: other }, { body: {} })
  const answer = await sandbox.read(`/${other}/requests`)
  expect(answer).toMatchObject([
    { method: 'POST', path: '/tokens', body: { name: 'read back', policies: [] } },
    { method: 'PUT', path: `/tokens/${created.id}`, body: { name: 'renamed', policies: [] } },
    { method: 'PUT', path: `/tokens/${created.id}/value` },
  ])
  const text = JSON.stringify(answer)
  expect([created.value, rolled].filter((secret) => text.includes(String(secret)))).toEqual([])
})

test('what is no JSON, or has no id, is refused', async () => {
  await expect(sandbox.control(`/${account}/tokens/short/raw`, {})).rejects.toThrow('32 hex digits')
  await expect(sandbox.control(`/${account}/tokens/${tokenId}/raw`, undefined)).rejects.toThrow('Not JSON')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemaProblems } from '#server/testing/openapi.ts'
import { BEARER, startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { createSandbox } from './sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

/** Each test has its own account. */
let accounts = 0
const freshAccount = () => String((accounts += 1)).padStart(32, '0')
const headers = { authorization: `Bearer ${BEARER}`, 'content-type': 'application/json' }
const list = (account: string) => fetch(`${sandbox.baseUrl}/accounts/${account}/tokens`, { headers })
const create = (account: string) =>
  fetch(`${sandbox.baseUrl}/accounts/${account}/tokens`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'made under a fault', policies: [] }),
  })
const namesIn = async (account: string) => {
  const answer = (await (await list(account)).json()) as { result: { name?: string }[] }
  return answer.result.map(({ name }) => name)
}

test('a fault plays once, on the call it was armed for', async () => {
  const account = freshAccount()
  await sandbox.control(`/${account}/faults`, { method: 'GET', path: '/tokens', nth: 2, status: 500 })
  expect([(await list(account)).status, (await list(account)).status, (await list(account)).status]).toEqual([
    200, 500, 200,
  ])
})

test('a fault of another path, method or account does not play', async () => {
  const account = freshAccount()
  await sandbox.control(`/${account}/faults`, { method: 'DELETE', path: '/tokens', status: 500 })
  await sandbox.control(`/${account}/faults`, { path: '/tokens/*', status: 500 })
  await sandbox.control(`/${freshAccount()}/faults`, { path: '/tokens', status: 500 })
  expect((await list(account)).status).toBe(200)
})

test('zero times is until cleared, and headers and bodies come as armed', async () => {
  const account = freshAccount()
  const body = '<html>bad gateway</html>'
  await sandbox.control(`/${account}/faults`, {
    path: '**',
    times: 0,
    status: 502,
    body,
    contentType: 'text/html',
    headers: { 'retry-after': '7' },
  })
  await list(account)
  const answer = await list(account)
  expect(answer.status).toBe(502)
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(await answer.text()).toBe(body)
})

test('dropped before, a create leaves nothing; dropped after, it leaves the token', async () => {
  const before = freshAccount()
  await sandbox.control(`/${before}/faults`, { method: 'POST', drop: 'before' })
  await expect(create(before)).rejects.toThrow()
  expect(await namesIn(before)).not.toContain('made under a fault')

  const after = freshAccount()
  await sandbox.control(`/${after}/faults`, { method: 'POST', drop: 'after' })
  await expect(create(after)).rejects.toThrow()
  expect(await namesIn(after)).toContain('made under a fault')
})

test('a truncated answer is no JSON', async () => {
  const account = freshAccount()
  await sandbox.control(`/${account}/faults`, { path: '/tokens', truncate: true })
  await expect((await list(account)).json()).rejects.toThrow()
})

test('an answer that a fault delays comes when the faults are cleared', async () => {
  const account = freshAccount()
  await sandbox.control(`/${account}/faults`, { path: '/tokens', times: 0, delayMs: 60_000 })
  let isAnswered = false
  const answer = list(account).finally(() => (isAnswered = true))
  await expect.poll(() => sandbox.read(`/${account}/requests`)).toHaveLength(1)
  expect(isAnswered).toBe(false)
  await sandbox.clear(account)
  expect((await answer).status).toBe(200)
  expect((await list(account)).status).toBe(200)
})

test('a fault or scenario that makes no sense is refused with the reason', async () => {
  await expect(sandbox.control(`/${freshAccount()}/faults`, { status: 7 })).rejects.toThrow('status')
  await expect(sandbox.control(`/${freshAccount()}/scenario`, { tokens: 5001 })).rejects.toThrow('tokens')
  await expect(sandbox.control('/short/scenario', {})).rejects.toThrow('32 hex digits')
})

test('a scenario sets size and content, up to 5,000 tokens and 1,000 groups', async () => {
  const account = freshAccount()
  await sandbox.control(`/${account}/scenario`, {
    tokens: 5000,
    policiesPerToken: 20,
    permissionGroups: 1000,
    zones: 60,
  })
  const page = await sandbox.client().accounts.tokens.list({ account_id: account, per_page: 50, include_expired: true })
  expect((page.result_info as { total_count?: number }).total_count).toBeGreaterThan(4000)
  expect(page.result.some((token) => token.policies?.length === 20)).toBe(true)
  expect(await sandbox.client().accounts.tokens.permissionGroups.get({ account_id: account })).toHaveLength(1000)
})

test('a scenario can give each token another number of policies', async () => {
  const account = freshAccount()
  await sandbox.control(`/${account}/scenario`, { tokens: 60, policiesPerToken: [1, 4] })
  const page = await sandbox.client().accounts.tokens.list({ account_id: account, per_page: 50 })
  const amounts = new Set(page.result.map((token) => token.policies?.length))
  expect(Math.max(...[...amounts].map(Number))).toBe(4)
  expect(amounts.size).toBeGreaterThan(2)
})

test('odd tokens are valid by the schema all the same', async () => {
  const account = freshAccount()
  await sandbox.control(`/${account}/scenario`, { odd: true, tokens: 20 })
  // The client checks every answer against the schema.
  const page = await sandbox.client().accounts.tokens.list({ account_id: account })
  expect(page.result.some((token) => token.name === undefined)).toBe(true)
})

test('the schema check finds what is wrong', () => {
  const wrong = { success: true, errors: [], messages: [], result: { id: 7, name: 'n'.repeat(121) } }
  expect(schemaProblems('GET', `/accounts/${'0'.repeat(32)}/tokens/${'0'.repeat(32)}`, true, wrong)).toHaveLength(2)
})

test('the seed is the same every time, whatever the clock', async () => {
  const namesAt = async (now: number) => {
    const { fetch: ask } = createSandbox({ token: BEARER, now: () => now })
    const answer = await ask(
      new Request(`http://x.invalid/client/v4/accounts/${'9'.repeat(32)}/tokens?per_page=50`, { headers }),
    )
    const { result } = (await answer.json()) as { result: { id: string; name: string }[] }
    return result.map(({ id, name }) => `${id} ${name}`)
  }
  expect(await namesAt(Date.UTC(2026, 0, 1))).toEqual(await namesAt(Date.UTC(2026, 0, 1)))
  expect(await namesAt(Date.UTC(2026, 0, 1))).toEqual(await namesAt(Date.UTC(2027, 5, 1)))
})

import { beforeEach, expect, test } from 'vitest'
import { BEARER } from '#server/testing/start-sandbox.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

const accountOf = (number: number) => String(number).padStart(32, '0')
const JSON_HEADERS = { 'content-type': 'application/json' }

let sandbox: Sandbox
beforeEach(() => {
  sandbox = createSandbox({ token: BEARER })
})

const ask = (account: string, { bearer = BEARER, ...init }: RequestInit & { bearer?: string | null } = {}) => {
  const headers = { ...JSON_HEADERS, ...(bearer && { authorization: `Bearer ${bearer}` }) }
  return sandbox.fetch(new Request(`http://x.invalid/client/v4/accounts/${account}/tokens`, { headers, ...init }))
}
const create = (account: string, name: string) =>
  ask(account, { method: 'POST', body: JSON.stringify({ name, policies: [] }) })
const control = (path: string, body: string) =>
  sandbox.control.request(path, { method: 'POST', body, headers: JSON_HEADERS })
const requestsOf = async (account: string) => {
  const answer = await sandbox.control.request(`/${account}/requests`)
  return ((await answer.json()) as { result: { path: string; status: number; body?: unknown }[] }).result
}
const holds = async (account: string, name: string) => (await (await ask(account)).text()).includes(name)

test('a stranger makes no account, and meets the faults and records of one that is there', async () => {
  const account = accountOf(1)
  const wrong = `cfat_${'w'.repeat(48)}`
  expect([(await ask(account, { bearer: null })).status, (await ask(account, { bearer: wrong })).status]).toEqual([
    400, 403,
  ])
  await ask(account)
  expect(await requestsOf(account)).toHaveLength(1)
  await control(`/${account}/faults`, JSON.stringify({ path: '/tokens', status: 500 }))
  expect((await ask(account, { bearer: wrong })).status).toBe(500)
  expect(await requestsOf(account)).toHaveLength(2)
})

test('strangers push no account out, however many they ask for', async () => {
  await create(accountOf(1), 'kept')
  for (let number = 2; number < 300; number += 1) {
    await ask(accountOf(number), { bearer: number % 2 ? null : `cfat_${'w'.repeat(48)}` })
  }
  expect(await holds(accountOf(1), 'kept')).toBe(true)
})

test('the account unused for longest is forgotten with its faults, and seeded anew', async () => {
  await create(accountOf(1), 'made in one')
  await create(accountOf(2), 'made in two')
  await control(`/${accountOf(2)}/faults`, JSON.stringify({ method: 'GET', status: 500, times: 0 }))
  for (let number = 3; number < 100; number += 1) {
    await ask(accountOf(number))
    await ask(accountOf(1))
  }
  expect(await holds(accountOf(1), 'made in one')).toBe(true)
  expect((await ask(accountOf(2))).status).toBe(200)
  expect(await holds(accountOf(2), 'made in two')).toBe(false)
})

test('large accounts are fewer', async () => {
  // They count as if each token had the most.
  const large = JSON.stringify({ tokens: 200, policiesPerToken: [0, 100] })
  await create(accountOf(1), 'small')
  for (let number = 2; number < 13; number += 1) await control(`/${accountOf(number)}/scenario`, large)
  expect(await holds(accountOf(1), 'small')).toBe(false)
})

test('an account with a call under way is not forgotten', async () => {
  const account = accountOf(1)
  await control(`/${account}/faults`, JSON.stringify({ method: 'POST', delayMs: 60_000 }))
  const slow = create(account, 'made slowly')
  for (let number = 2; number < 100; number += 1) await ask(accountOf(number))
  await sandbox.control.request(`/${account}/faults`, { method: 'DELETE' })
  expect((await slow).status).toBe(200)
  expect(await holds(account, 'made slowly')).toBe(true)
})

test('the newest thousand calls are recorded', async () => {
  const account = accountOf(1)
  for (let call = 0; call < 1005; call += 1) await ask(account)
  await create(account, 'last')
  const requests = await requestsOf(account)
  expect(requests).toHaveLength(1000)
  expect(requests.at(-1)).toMatchObject({ body: { name: 'last' } })
})

test('of many large writes the newest bodies are kept', async () => {
  const account = accountOf(1)
  const body = JSON.stringify({ name: 'large', policies: [], padding: 'p'.repeat(900_000) })
  for (let call = 0; call < 8; call += 1) await ask(account, { method: 'POST', body })
  const kept = (await requestsOf(account)).map((request) => 'body' in request)
  expect(kept).toEqual([false, false, false, false, true, true, true, true])
})

test('an account takes only so much from its callers', async () => {
  const statuses: number[] = []
  for (let number = 0; number < 20; number += 1) {
    const held = JSON.stringify({ name: 'h'.repeat(1_000_000) })
    statuses.push((await control(`/${accountOf(1)}/tokens/${accountOf(number)}/raw`, held)).status)
  }
  expect(statuses.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 200))
  expect(statuses.at(-1)).toBe(400)
})

test.each(['scenario', 'faults', `tokens/${accountOf(7)}/raw`])('%s takes JSON of at most 1 MB', async (what) => {
  const path = `/${accountOf(1)}/${what}`
  const answer = await control(path, 'no JSON')
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ success: false, errors: [{ message: 'body: Not JSON' }] })
  const large = await control(path, JSON.stringify({ name: 'x'.repeat(1_100_000) }))
  expect(large.status).toBe(413)
  expect(await large.json()).toMatchObject({ success: false, errors: [{ code: 1000 }] })
})

test('a large body is not read to its end', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1
      controller.enqueue(new Uint8Array(100_000))
    },
  })
  const init = { method: 'POST', body: endless, duplex: 'half', headers: JSON_HEADERS }
  // The type lacks `duplex`, which a stream as body requires.
  const request = new Request(`http://x.invalid/${accountOf(1)}/scenario`, init as RequestInit)
  expect((await sandbox.control.request(request)).status).toBe(413)
  expect(sent).toBeLessThan(20)
})

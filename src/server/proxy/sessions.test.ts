import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { SECRET } from '#server/testing/settings.ts'
import { LIFETIMES } from './session-cookie.ts'
import {
  ACCOUNT,
  firstError,
  ok,
  OTHER_ACCOUNT,
  refused,
  type Rig,
  startRig,
  TOKEN,
  WRITE_HEADERS,
} from '#server/testing/proxy-rig.ts'

const [FIRST, SECOND] = [
  'cfat_FirstToken0123456789abcdefghijABCDEFGHIJ',
  'cfat_SecondToken0123456789abcdefghijABCDEFGHI',
]
const [FIRST_ID, SECOND_ID] = [TOKEN, 'c'.repeat(32)]

let rig: Rig
beforeAll(async () => void (rig = await startRig({ mode: 'sign-in', sessionSecrets: [SECRET] })))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(verified))

/** Accepts both tokens; answers anything else with an empty list. */
const verified = (request: Request) => {
  const id = request.headers.get('authorization')?.includes(SECOND) ? SECOND_ID : FIRST_ID
  return request.url.endsWith('/verify') ? ok({ id, status: 'active' }) : ok([])
}

const post = (path: string, body: unknown, cookie = '') =>
  rig.call(path, { method: 'POST', headers: { ...WRITE_HEADERS, cookie }, body: JSON.stringify(body) })
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
const signIn = async (account = ACCOUNT, value = FIRST, cookie = '') =>
  cookieOf(await post('/api/sign-in', { account_id: account, value }, cookie))
const list = (cookie: string, account = ACCOUNT) =>
  rig.call(`/api/v4/accounts/${account}/tokens`, { headers: { cookie } })

describe('signing out', () => {
  test('ends the session on the server: a copy of its cookie opens nothing', async () => {
    const cookie = await signIn()
    expect((await list(cookie)).status).toBe(200)
    const answer = await post('/api/sign-out', {}, cookie)
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-token-desk=; .*Max-Age=0$/),
      expect.stringMatching(/^__Host-token-desk-seen=; .*Max-Age=0$/),
    ])
    expect((await list(cookie)).status).toBe(401)
    expect((await rig.call('/api/session', { headers: { cookie } })).status).toBe(401)
    expect(rig.lines.join('\n')).toContain(`event=sign-out who=token:${FIRST_ID} account=${ACCOUNT} scope=session`)
  })

  test('ends it in every form it had: before and after an account was added', async () => {
    const first = await signIn()
    const both = await signIn(OTHER_ACCOUNT, SECOND, first)
    await post('/api/sign-out', {}, both)
    expect([(await list(first)).status, (await list(both)).status]).toEqual([401, 401])
  })

  test('leaves other browsers alone, unless it is meant for all of them', async () => {
    const [here, there, stranger] = [await signIn(), await signIn(), await signIn(OTHER_ACCOUNT, SECOND)]
    await post('/api/sign-out', {}, here)
    expect((await list(there)).status).toBe(200)
    const again = await signIn()
    await post('/api/sign-out', { everywhere: true }, again)
    expect([(await list(there)).status, (await list(again)).status]).toEqual([401, 401])
    expect((await list(stranger, OTHER_ACCOUNT)).status).toBe(200)
    await expect.poll(async () => (await list(await signIn())).status).toBe(200)
  })

  test.each([[{ everywhere: 'yes' }], [{ all: true }], ['x'], [null], [[]]])('%j is no sign-out', async (body) => {
    const cookie = await signIn()
    expect((await post('/api/sign-out', body, cookie)).status).toBe(400)
    expect((await list(cookie)).status).toBe(200)
  })

  test('from nowhere is done, and everywhere it asks who', async () => {
    expect((await post('/api/sign-out', {})).status).toBe(200)
    expect((await post('/api/sign-out', { everywhere: true })).status).toBe(401)
  })
})

test('a copy of a cookie that was signed out signs nobody else out', async () => {
  const [copied, other] = [await signIn(), await signIn()]
  await post('/api/sign-out', {}, copied)
  expect((await post('/api/sign-out', { everywhere: true }, copied)).status).toBe(401)
  expect((await list(other)).status).toBe(200)
})

test('a write whose body ends after the sign-out goes no further', async () => {
  const cookie = await signIn()
  rig.answerWith(verified)
  let end = () => {}
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{'))
      end = () => {
        controller.enqueue(new TextEncoder().encode('}'))
        controller.close()
      }
    },
  })
  const headers = { ...WRITE_HEADERS, cookie }
  const late = rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`, { method: 'POST', headers, body, duplex: 'half' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  await post('/api/sign-out', { everywhere: true }, await signIn())
  end()
  expect((await late).status).toBe(401)
  expect(rig.seen.filter(({ method }) => method === 'POST')).toEqual([])
})

test('strangers cannot make the server hold much of what they send', async () => {
  const long = { account_id: ACCOUNT, value: FIRST, more: 'x'.repeat(5_000) }
  for (const path of ['/api/sign-in', '/api/sign-out']) expect((await post(path, long)).status).toBe(413)
})

describe('an answer that was under way', () => {
  /** An answer that waits until it is released. */
  function held(answer: Response) {
    let letGo = () => {}
    const waiting = new Promise<void>((resolve) => (letGo = resolve))
    rig.answerWith(async (request) => {
      if (request.url.endsWith('/verify')) return verified(request)
      await waiting
      return answer
    })
    return () => letGo()
  }

  test('brings no session back that was ended during the call', async () => {
    const now = vi.spyOn(Date, 'now')
    const startedAt = new Date().getTime()
    now.mockReturnValue(startedAt)
    const cookie = await signIn()
    now.mockReturnValue(startedAt + 120_000)
    const letGo = held(ok([]))
    const late = list(cookie)
    await expect.poll(() => rig.seen).not.toEqual([])
    await post('/api/sign-out', {}, cookie)
    letGo()
    const brought = (await late).headers.getSetCookie()
    expect(brought).toEqual([expect.stringMatching(/^__Host-token-desk-seen=/)])
    expect((await list([cookie, ...brought.map((one) => one.split(';', 1)[0])].join('; '))).status).toBe(401)
    now.mockRestore()
  })

  test('drops no account that was added during the call, whatever it says', async () => {
    const first = await signIn()
    const letGo = held(refused(401, 1000, 'Invalid API Token'))
    const late = list(first)
    await expect.poll(() => rig.seen).not.toEqual([])
    const both = await signIn(OTHER_ACCOUNT, SECOND, first)
    letGo()
    expect((await late).headers.getSetCookie()).toEqual([])
    rig.answerWith(verified)
    expect((await list(both, OTHER_ACCOUNT)).status).toBe(200)
  })

  test('of a sign-in takes up no account that was signed out during the call', async () => {
    const first = await signIn()
    let letGo = () => {}
    const waiting = new Promise<void>((resolve) => (letGo = resolve))
    rig.answerWith(async (request) => {
      await waiting
      return verified(request)
    })
    const late = signIn(OTHER_ACCOUNT, SECOND, first)
    await expect.poll(() => rig.seen).not.toEqual([])
    await post('/api/sign-out', {}, first)
    letGo()
    const after = await late
    expect((await list(after, OTHER_ACCOUNT)).status).toBe(200)
    expect((await list(after)).status).toBe(401)
  })
})

describe.each([
  [401, 1000, 'Invalid API Token'],
  [403, 9109, 'Invalid access token'],
])('a token that Cloudflare no longer accepts (%i %i)', (status, code, message) => {
  test('is signed out, and the tokens of other accounts are not', async () => {
    const both = await signIn(OTHER_ACCOUNT, SECOND, await signIn())
    rig.answerWith((request) =>
      request.headers.get('authorization')?.includes(FIRST) ? refused(status, code, message) : verified(request),
    )
    const answer = await list(both)
    expect((await firstError(answer))?.code).toBe(90_401)
    rig.answerWith(verified)
    // A second request sent at the same time gets the same answer.
    expect((await firstError(await list(both)))?.code).toBe(90_401)
    expect((await list(both, OTHER_ACCOUNT)).status).toBe(200)
    const session = await rig.call('/api/session', { headers: { cookie: both } })
    expect(await session.json()).toMatchObject({ result: { accounts: [{ id: OTHER_ACCOUNT }] } })
  })
})

test('a call that the token has no right to leaves its owner signed in', async () => {
  const cookie = await signIn()
  rig.answerWith(() => refused(403, 9109, 'Unauthorized to access requested resource'))
  expect((await firstError(await list(cookie)))?.code).toBe(9109)
  rig.answerWith(verified)
  expect((await list(cookie)).status).toBe(200)
})

test('a session lasts as long as it is used', async () => {
  const now = vi.spyOn(Date, 'now')
  const startedAt = new Date().getTime()
  now.mockReturnValue(startedAt)
  let cookies = await signIn()
  const session = cookies
  for (const minutes of [20, 40, 60]) {
    now.mockReturnValue(startedAt + minutes * 60_000)
    const answer = await list(cookies)
    expect(answer.status).toBe(200)
    cookies = `${session}; ${cookieOf(answer)}`
  }
  now.mockReturnValue(startedAt + 60 * 60_000 + LIFETIMES.idleMs)
  expect((await list(cookies)).status).toBe(401)
  now.mockRestore()
})

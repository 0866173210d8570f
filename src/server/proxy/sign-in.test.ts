import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SECRET } from '#server/testing/settings.ts'
import { COOKIE } from './session-cookie.ts'
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

const PERSONAL = 'cfat_PersonalToken0123456789abcdefghijABCDEFGHI'
const SECOND = 'cfat_SecondToken0123456789abcdefghijABCDEFGHIJK'
const SECOND_ID = 'c'.repeat(32)

let rig: Rig
beforeAll(async () => void (rig = await startRig({ mode: 'sign-in', sessionSecrets: [SECRET] })))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok({ id: TOKEN, status: 'active' })))

const signIn = (body: unknown, headers: Record<string, string> = {}) =>
  rig.call('/api/sign-in', { method: 'POST', headers: { ...WRITE_HEADERS, ...headers }, body: JSON.stringify(body) })
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
const signedIn = async () => cookieOf(await signIn({ account_id: ACCOUNT, value: PERSONAL }))

describe('signing in', () => {
  test('verifies the token on its account and seals it out of reach of scripts', async () => {
    const answer = await signIn({ account_id: ACCOUNT, value: PERSONAL })
    expect(answer.status).toBe(200)
    expect(rig.seen).toMatchObject([
      { target: `/client/v4/accounts/${ACCOUNT}/tokens/verify`, headers: { authorization: `Bearer ${PERSONAL}` } },
    ])
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-token-desk=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Strict$/)
    expect(cookie).not.toContain(PERSONAL)
    const said = await answer.text()
    expect(JSON.parse(said)).toMatchObject({ result: { account_id: ACCOUNT, token_ids: [TOKEN] } })
    expect(said).not.toContain(PERSONAL)
    expect(rig.lines.join('\n')).not.toContain(PERSONAL)
    expect(rig.lines.join('\n')).toContain(`event=sign-in who=token:${TOKEN} account=${ACCOUNT} outcome=done`)
  })

  test('a refused token is told with the page that Cloudflare names and what lies under the error', async () => {
    const more = {
      documentation_url: 'https://developers.cloudflare.com/api/',
      error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
    }
    const errors = [{ code: 6003, message: 'Invalid request headers', ...more }]
    rig.answerWith(() => Response.json({ success: false, errors, messages: [], result: null }, { status: 400 }))
    const answer = await signIn({ account_id: ACCOUNT, value: PERSONAL })
    expect(answer.status).toBe(401)
    expect(await firstError(answer)).toEqual({
      code: 90_401,
      message: 'Cloudflare does not accept this token for this account: Invalid request headers.',
      ...more,
    })
  })

  test('calls go out with the token of who is signed in, and the cookie stays here', async () => {
    const cookie = await signedIn()
    rig.answerWith(() => ok([]))
    await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`, { headers: { cookie } })
    expect(rig.seen[0]?.headers['authorization']).toBe(`Bearer ${PERSONAL}`)
    expect(rig.seen[0]?.headers['cookie']).toBeUndefined()
  })

  test('a second account joins the first, each with its own token; others stay closed', async () => {
    const first = await signedIn()
    rig.answerWith(() => ok({ id: SECOND_ID, status: 'active' }))
    const both = cookieOf(await signIn({ account_id: OTHER_ACCOUNT, value: SECOND }, { cookie: first }))
    rig.answerWith(() => ok([]))
    for (const [account, token] of [
      [ACCOUNT, PERSONAL],
      [OTHER_ACCOUNT, SECOND],
    ]) {
      await rig.call(`/api/v4/accounts/${account}/tokens`, { headers: { cookie: both } })
      expect(rig.seen.at(-1)?.headers['authorization']).toBe(`Bearer ${token}`)
    }
    const headers = { ...WRITE_HEADERS, cookie: both }
    await rig.call(`/api/v4/accounts/${OTHER_ACCOUNT}/tokens/${TOKEN}`, { method: 'DELETE', headers, body: '{}' })
    expect(rig.lines.join('\n')).toContain(`event=audit who=token:${SECOND_ID} action=delete account=${OTHER_ACCOUNT}`)
    const foreign = await rig.call(`/api/v4/accounts/${'f'.repeat(32)}/tokens`, { headers: { cookie: both } })
    expect(foreign.status).toBe(401)
    expect(rig.seen).toHaveLength(3)
  })

  test.each([
    ['a token Cloudflare refuses', () => refused(401, 1000, 'Invalid API Token')],
    ['a token that is disabled', () => ok({ id: TOKEN, status: 'disabled' })],
  ])('%s opens nothing', async (_, answer) => {
    rig.answerWith(answer)
    const refusal = await signIn({ account_id: ACCOUNT, value: PERSONAL }, {})
    expect(refusal.status).toBe(401)
    expect(refusal.headers.get('set-cookie')).toBeNull()
  })

  test.each([
    ['is disabled', { status: 'disabled' }],
    ['is not valid yet: every call with it would be refused', { status: 'active', not_before: '2999-01-01T00:00:00Z' }],
  ])('nobody is signed in with a token that %s', async (_, state) => {
    rig.answerWith(() => ok({ id: TOKEN, ...state }))
    const answer = await signIn({ account_id: ACCOUNT, value: PERSONAL })
    expect([answer.status, cookieOf(answer)]).toEqual([401, ''])
    expect((await firstError(answer))?.message).toMatch(/: it is not active\.$/)
  })

  test('an answer of another form signs nobody in', async () => {
    rig.answerWith(() => ok('yes'))
    const answer = await signIn({ account_id: ACCOUNT, value: PERSONAL })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([502, null])
    expect(rig.lines.join('\n')).toContain('event=sign-in account=' + ACCOUNT + ' outcome=unknown')
  })

  test.each([[{}], [{ account_id: 'x', value: PERSONAL }], [{ account_id: ACCOUNT, value: 'a b' }], ['text'], [null]])(
    '%j is no sign-in, and asks nobody',
    async (body) => {
      expect((await signIn(body)).status).toBe(400)
      expect(rig.seen).toEqual([])
    },
  )

  test('a page on another site cannot sign a user in', async () => {
    const headers = { origin: 'https://evil.example' }
    expect((await signIn({ account_id: ACCOUNT, value: PERSONAL }, headers)).status).toBe(403)
  })
})

describe('without a session nothing passes', () => {
  test.each([
    ['GET', '/api/session'],
    ['GET', `/api/v4/accounts/${ACCOUNT}/tokens`],
    ['DELETE', `/api/v4/accounts/${ACCOUNT}/tokens/${TOKEN}`],
    ['POST', '/api/verify'],
  ])('%s %s', async (method, path) => {
    const answer = await rig.call(path, { method, ...(method !== 'GET' && { headers: WRITE_HEADERS, body: '{}' }) })
    expect(answer.status).toBe(401)
    expect((await firstError(answer))?.code).toBe(90_401)
    expect(rig.seen).toEqual([])
  })

  test.each([
    ['forged', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.BBBB.CCCC'],
    ['unsealed', Buffer.from(JSON.stringify({ accounts: [{ id: ACCOUNT, token: 'x' }] })).toString('base64url')],
    ['empty', ''],
  ])('with a %s cookie', async (_, value) => {
    const answer = await rig.call('/api/session', { headers: { cookie: `${COOKIE}=${value}` } })
    expect(answer.status).toBe(401)
  })

  test('with a cookie that was changed by one character', async () => {
    const cookie = await signedIn()
    const at = cookie.length - 30
    const changed = cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1)
    expect((await rig.call('/api/session', { headers: { cookie: changed } })).status).toBe(401)
  })
})

test('with CLOUDFLARE_ACCOUNT_ID, nobody signs in to another account', async () => {
  const own = await startRig({ mode: 'sign-in', sessionSecrets: [SECRET], accountIds: [OTHER_ACCOUNT] })
  own.answerWith(() => ok({ id: TOKEN, status: 'active' }))
  const attempt = (account_id: string) =>
    own.call('/api/sign-in', {
      method: 'POST',
      headers: WRITE_HEADERS,
      body: JSON.stringify({ account_id, value: PERSONAL }),
    })
  const refusal = await attempt(ACCOUNT)
  expect([refusal.status, own.seen.length]).toEqual([403, 0])
  const cookie = cookieOf(await attempt(OTHER_ACCOUNT))
  // Signing in to this account would not help, so the answer does not suggest it.
  expect((await own.call(`/api/v4/accounts/${ACCOUNT}/tokens`, { headers: { cookie } })).status).toBe(403)
  own.close()
})

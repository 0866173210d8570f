import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  ACCOUNT,
  firstError,
  ok,
  OTHER_ACCOUNT,
  refused,
  type Rig,
  SECRET,
  startRig,
  WRITE_HEADERS,
} from '#server/testing/proxy-rig.ts'

const PASTED = 'cfat_Pasted-0123456789_abcdefghijABCDEFGHIJ~!"<>'

let rig: Rig
beforeAll(async () => void (rig = await startRig({ accountIds: [ACCOUNT] })))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok({ id: 'x', status: 'active' })))

const verify = (body: unknown) =>
  rig.call('/api/verify', {
    method: 'POST',
    headers: WRITE_HEADERS,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('asks the account’s verify call with the pasted secret and passes the answer on', async () => {
  const answer = await verify({ account_id: ACCOUNT, value: PASTED })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ success: true, result: { id: 'x', status: 'active' } })
  expect(rig.seen).toHaveLength(1)
  expect(rig.seen[0]).toMatchObject({ method: 'GET', target: `/client/v4/accounts/${ACCOUNT}/tokens/verify`, body: '' })
  expect(rig.seen[0]?.headers['authorization']).toBe(`Bearer ${PASTED}`)
})

test('a secret of an account this server is not set up for can be verified, as our credential plays no part', async () => {
  expect((await verify({ account_id: OTHER_ACCOUNT, value: PASTED })).status).toBe(200)
  expect(JSON.stringify(rig.seen)).not.toContain(SECRET)
})

test('a refusal comes back in the API’s own words', async () => {
  rig.answerWith(() => refused(401, 1000, 'Invalid API Token'))
  const answer = await verify({ account_id: ACCOUNT, value: PASTED })
  expect(answer.status).toBe(401)
  expect(await firstError(answer)).toEqual({ code: 1000, message: 'Invalid API Token' })
})

test('the budget of the pasted secret does not pass for our own', async () => {
  rig.answerWith(() =>
    ok({}, { ratelimit: '"default";r=1;t=30', 'ratelimit-policy': '"burst";q=100;w=60', 'cf-ray': 'abc' }),
  )
  const { headers } = await verify({ account_id: ACCOUNT, value: PASTED })
  expect([headers.has('ratelimit'), headers.has('ratelimit-policy'), headers.get('cf-ray')]).toEqual([
    false,
    false,
    'abc',
  ])
})

test.each([
  ['no JSON', '{"account_id":'],
  ['no object', '"text"'],
  ['no secret', { account_id: ACCOUNT }],
  ['an empty secret', { account_id: ACCOUNT, value: '' }],
  ['a secret that is too long', { account_id: ACCOUNT, value: 'x'.repeat(201) }],
  ['a secret with a space', { account_id: ACCOUNT, value: 'one two' }],
  ['a secret with a line break', { account_id: ACCOUNT, value: `${PASTED}\r\nx-more: 1` }],
  ['a secret beyond ASCII', { account_id: ACCOUNT, value: `${PASTED}é` }],
  ['no account', { value: PASTED }],
  ['a wrong account', { account_id: `${ACCOUNT}/../x`, value: PASTED }],
  ['more than that', { account_id: ACCOUNT, value: PASTED, url: 'https://evil.example' }],
])('%s is refused, and nothing of it repeated', async (_, body) => {
  const answer = await verify(body)
  expect(answer.status).toBe(400)
  const text = await answer.text()
  expect(text).toContain('90400')
  expect(text).not.toContain(PASTED.slice(0, 20))
  expect(rig.seen).toEqual([])
})

test('only POST, and no query', async () => {
  expect((await rig.call('/api/verify')).status).toBe(405)
  const body = JSON.stringify({ account_id: ACCOUNT, value: PASTED })
  expect((await rig.call('/api/verify?value=x', { method: 'POST', headers: WRITE_HEADERS, body })).status).toBe(400)
  expect(rig.seen).toEqual([])
})

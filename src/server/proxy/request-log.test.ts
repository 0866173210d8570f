import { serve } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ACCOUNT, ok, type Rig, SECRET, startRig, TOKEN, WRITE_HEADERS } from './test-rig.ts'

const PASTED = 'cfat_PastedSecret0123456789'
const CREATED = 'cfat_CreatedSecret0123456789'

let rig: Rig
beforeAll(async () => void (rig = await startRig(serve)))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok({ id: TOKEN, value: CREATED }, { 'cf-ray': '8f0a1b2c3d4e5f60-FRA' })))

const withoutTime = (line: string | undefined) => line?.replace(/ \d+ms/, ' _ms')

test.each([
  [
    'GET',
    `/accounts/${ACCOUNT}/tokens?page=2`,
    'GET /api/v4/accounts/:account_id/tokens 200 _ms cf-ray=8f0a1b2c3d4e5f60-FRA',
  ],
  [
    'PUT',
    `/accounts/${ACCOUNT}/tokens/${TOKEN}/value`,
    'PUT /api/v4/accounts/:account_id/tokens/:token_id/value 200 _ms cf-ray=8f0a1b2c3d4e5f60-FRA',
  ],
  ['PATCH', `/accounts/${ACCOUNT}/tokens`, 'PATCH /api/v4/accounts/:account_id/tokens 405 _ms'],
  ['GET', `/accounts/${ACCOUNT}/something`, 'GET /api/* 404 _ms'],
])('%s %s', async (method, path, line) => {
  await rig.call(`/api/v4${path}`, { method, ...(method !== 'GET' && { headers: WRITE_HEADERS, body: '{}' }) })
  expect(rig.lines.map(withoutTime)).toEqual([line])
})

test('our own addresses have a line as well', async () => {
  await rig.call('/api/session')
  await rig.call('/api/verify', { method: 'POST', headers: WRITE_HEADERS, body: '{}' })
  await rig.call('/api/session', { headers: { origin: 'https://evil.example' } })
  expect(rig.lines.map(withoutTime)).toEqual([
    'GET /api/session 200 _ms',
    'POST /api/verify 400 _ms',
    'GET /api/* 403 _ms',
  ])
})

test('no line has a secret, an id, a name, a query or a header', async () => {
  const headers = { ...WRITE_HEADERS, authorization: `Bearer ${PASTED}`, cookie: 'secret-cookie' }
  const verify = JSON.stringify({ account_id: ACCOUNT, value: PASTED })
  await rig.call('/api/verify', { method: 'POST', headers, body: verify })
  await rig.call('/api/verify', { method: 'POST', headers, body: `${verify}!` })
  await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`, { method: 'POST', headers, body: '{"name":"secret-name"}' })
  await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens?secret-query=${PASTED}`, { headers })
  await rig.call(`/api/v4/secret-path/${PASTED}`, { headers })
  rig.answerWith(() => new Response(`secret-page ${CREATED}`, { status: 500, headers: { 'cf-ray': `"${CREATED} x"` } }))
  await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`, { method: 'POST', headers, body: '{}' })
  expect(rig.lines.length).toBeGreaterThan(0)
  const log = rig.lines.join('\n')
  for (const text of [PASTED, CREATED, SECRET, ACCOUNT, TOKEN, 'secret-']) expect(log).not.toContain(text)
})

import { serve } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ACCOUNT, ok, type Rig, SECRET, startRig, TOKEN, WRITE_HEADERS } from './test-rig.ts'

const PASTED = 'cfat_PastedSecret0123456789'
const CREATED = 'cfat_CreatedSecret0123456789'

let rig: Rig
beforeAll(async () => void (rig = await startRig(serve)))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok({ id: TOKEN, value: CREATED }, { 'cf-ray': '8f0a1b2c3d4e5f60-FRA' })))

/** The lines of requests, without what changes from run to run. */
const requests = () =>
  rig.lines
    .filter((line) => line.includes(' event=request '))
    .map((line) => line.replace(/^time=\S+Z event=request /, '').replace(/ ms=\d+/, ''))

test.each([
  [
    'GET',
    `/accounts/${ACCOUNT}/tokens?page=2`,
    'method=GET path=/api/v4/accounts/:account_id/tokens status=200 ray=8f0a1b2c3d4e5f60-FRA',
  ],
  [
    'PUT',
    `/accounts/${ACCOUNT}/tokens/${TOKEN}/value`,
    'method=PUT path=/api/v4/accounts/:account_id/tokens/:token_id/value status=200 ray=8f0a1b2c3d4e5f60-FRA',
  ],
  ['PATCH', `/accounts/${ACCOUNT}/tokens`, 'method=PATCH path=/api/v4/accounts/:account_id/tokens status=405'],
  ['GET', `/accounts/${ACCOUNT}/something`, 'method=GET path=/api/* status=404'],
])('%s %s', async (method, path, line) => {
  await rig.call(`/api/v4${path}`, { method, ...(method !== 'GET' && { headers: WRITE_HEADERS, body: '{}' }) })
  expect(requests()).toEqual([line])
})

test('our own addresses have a line as well', async () => {
  await rig.call('/api/session')
  await rig.call('/api/verify', { method: 'POST', headers: WRITE_HEADERS, body: '{}' })
  await rig.call('/api/session', { headers: { origin: 'https://evil.example' } })
  expect(requests()).toEqual([
    'method=GET path=/api/session status=200',
    'method=POST path=/api/verify status=400',
    'method=GET path=/api/* status=403',
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
  for (const text of [PASTED, CREATED, SECRET, 'secret-']) expect(log).not.toContain(text)
  for (const id of [ACCOUNT, TOKEN]) expect(requests().join('\n')).not.toContain(id)
})

test('every write has an audit line: who, what, which token, how it ended', async () => {
  const audits = () =>
    rig.lines
      .filter((line) => line.includes(' event=audit '))
      .map((line) => line.replace(/^time=\S+Z event=audit /, ''))
  const write = (method: string, path: string) =>
    rig.call(`/api/v4/accounts/${ACCOUNT}/tokens${path}`, { method, headers: WRITE_HEADERS, body: '{}' })
  await write('POST', '')
  await write('PUT', `/${TOKEN}`)
  await write('PUT', `/${TOKEN}/value`)
  await write('DELETE', `/${TOKEN}`)
  const of = (action: string) => `who=server action=${action} account=${ACCOUNT} token=${TOKEN}`
  const done = ' outcome=done status=200 ray=8f0a1b2c3d4e5f60-FRA'
  expect(audits()).toEqual(['create', 'update', 'roll', 'delete'].map((action) => of(action) + done))
  rig.answerWith(() => Response.json({ success: false, errors: [], result: null }, { status: 403 }))
  await write('DELETE', `/${TOKEN}`)
  expect(audits()).toEqual([`${of('delete')} outcome=refused status=403`])
  rig.answerWith(() => new Response('gateway', { status: 502 }))
  await write('DELETE', `/${TOKEN}`)
  await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`)
  expect(audits()).toEqual([`${of('delete')} outcome=unknown status=502`])
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { logLine } from './request-log.ts'
import { ACCOUNT, ok, type Rig, SECRET, startRig, TOKEN, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

const PASTED = 'cfat_PastedSecret0123456789'
const CREATED = 'cfat_CreatedSecret0123456789'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok({ id: TOKEN, value: CREATED }, { 'cf-ray': '8f0a1b2c3d4e5f60-FRA' })))

/** The request lines, without what varies between runs. */
const requests = () =>
  rig.lines
    .filter((line) => line.includes(' event=request '))
    .map((line) =>
      line
        .replace(/^time=\S+Z event=request /, '')
        .replace(/ ms=\d+/, '')
        .replace(/ client=127\.0\.0\.1 id=[0-9a-f]{12}$/, ' client id'),
    )

test.each([
  [
    'GET',
    `/accounts/${ACCOUNT}/tokens?page=2`,
    'method=GET path=/api/v4/accounts/:account_id/tokens status=200 ray=8f0a1b2c3d4e5f60-FRA client id',
  ],
  [
    'PUT',
    `/accounts/${ACCOUNT}/tokens/${TOKEN}/value`,
    'method=PUT path=/api/v4/accounts/:account_id/tokens/:token_id/value status=200 ray=8f0a1b2c3d4e5f60-FRA client id',
  ],
  [
    'PATCH',
    `/accounts/${ACCOUNT}/tokens`,
    'method=PATCH path=/api/v4/accounts/:account_id/tokens status=405 client id',
  ],
  ['GET', `/accounts/${ACCOUNT}/something`, 'method=GET path=/api/* status=404 client id'],
])('%s %s', async (method, path, line) => {
  await rig.call(`/api/v4${path}`, { method, ...(method !== 'GET' && { headers: WRITE_HEADERS, body: '{}' }) })
  expect(requests()).toEqual([line])
})

test('our own addresses have a line as well', async () => {
  await rig.call('/api/session')
  await rig.call('/api/verify', { method: 'POST', headers: WRITE_HEADERS, body: '{}' })
  await rig.call('/api/session', { headers: { origin: 'https://evil.example' } })
  expect(requests()).toEqual([
    'method=GET path=/api/session status=200 client id',
    'method=POST path=/api/verify status=400 client id',
    'method=GET path=/api/* status=403 client id',
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

test('a value tells a terminal nothing: all but plain ASCII is escaped', () => {
  const value = 'Ada\u202eevil\u0085\u009b31m\u2066é 👋\nevent=audit who=x"'
  const line = logLine('audit', { who: value })
  expect(line).toMatch(/^[\x20-\x7e]+$/)
  const written = line.slice(line.indexOf('who=') + 4)
  expect(JSON.parse(written)).toBe(value)
})

import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SECRET } from '#server/testing/settings.ts'
import { ACCOUNT, ok, refused, type Rig, startRig, TOKEN, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

const publicOrigin = 'https://desk.example'
const sessionSecrets = [SECRET]
const body = JSON.stringify({ account_id: ACCOUNT, value: 'cfat_PersonalToken0123456789abcdefghijABCDEFGHI' })

let named: Rig
let unnamed: Rig
beforeAll(async () => {
  unnamed = await startRig({ mode: 'sign-in', sessionSecrets, publicOrigin, host: '192.0.2.5' })
  named = await startRig({ mode: 'sign-in', sessionSecrets, publicOrigin, trustedProxies: ['127.0.0.1'] })
})
afterAll(() => {
  named.close()
  unnamed.close()
})
beforeEach(() => {
  for (const rig of [named, unnamed]) rig.answerWith(() => ok({ id: TOKEN, status: 'active' }))
})

/** Signs in with these headers; `fetch` cannot set the Host header. */
function signIn(rig: Rig, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', host: '127.0.0.1', port: rig.port, path: '/api/sign-in', agent: false }
    request({ ...options, headers: { ...WRITE_HEADERS, ...headers } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end(body)
  })
}

const host = 'desk.example'
const forwarded = { 'x-forwarded-for': '192.0.2.1', 'x-forwarded-host': host, 'x-forwarded-proto': 'https' }

test.each<[string, Record<string, string>, number]>([
  ['the public host from its own page', { host, origin: publicOrigin }, 200],
  ['with its port spelled out', { host: `${host}:443`, origin: publicOrigin }, 200],
  ['the public host in capitals', { host: 'DESK.example' }, 200],
  ['the same name over http', { host, origin: 'http://desk.example' }, 403],
  ['another port of the name', { host: `${host}:8443` }, 403],
  ['another origin', { host, origin: 'https://evil.example' }, 403],
  ['another host', { host: 'evil.example' }, 403],
  ['a host that no parser takes', { host: 'xn--localhost' }, 400],
  ['the address it listens on, past the proxy', { host: '192.0.2.5:PORT' }, 403],
  ['loopback as one number', { host: '2130706433:PORT' }, 403],
  ['a forwarded host that nobody vouches for', { ...forwarded, host: 'evil.example' }, 403],
])('where no proxy is named: %s', async (_, headers, status) => {
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(unnamed.port))]),
  )
  expect(await signIn(unnamed, named)).toBe(status)
  expect(unnamed.seen).toHaveLength(status === 200 ? 1 : 0)
})

test.each<[string, Record<string, string>, number]>([
  ['the public host by a header, with a host of the proxy’s own', { ...forwarded, host: 'app:5173' }, 200],
  ['its own page', { ...forwarded, host: 'app:5173', origin: publicOrigin }, 200],
  ['people who came without TLS', { ...forwarded, host, 'x-forwarded-proto': 'http' }, 403],
  ['another host by a header', { ...forwarded, host, 'x-forwarded-host': 'evil.example' }, 403],
  ['the page of another origin', { ...forwarded, host, origin: 'https://evil.example' }, 403],
])('where the proxy is named: %s', async (_, headers, status) => {
  expect(await signIn(named, headers)).toBe(status)
  expect(named.seen).toHaveLength(status === 200 ? 1 : 0)
})

test('where a proxy is named by a wrong address, failures on some accounts shut nobody out of the others', async () => {
  const wrong = await startRig({ mode: 'sign-in', sessionSecrets, publicOrigin, trustedProxies: ['10.9.9.9'] })
  wrong.answerWith(() => refused(401, 1000, 'Invalid API Token'))
  const attempt = (account: number) => {
    const account_id = String(account).padStart(32, '0')
    const init = { method: 'POST', headers: WRITE_HEADERS, body: JSON.stringify({ account_id, value: 'cfat_wrong' }) }
    return wrong.call('/api/sign-in', init)
  }
  for (let account = 0; account < 12; account += 1) expect((await attempt(account)).status).toBe(401)
  wrong.close()
})

test('the client’s address is in the lines of the log, not the proxy’s', async () => {
  await signIn(named, { ...forwarded, host })
  const lines = named.lines.filter((line) => / event=(request|sign-in) /.test(line))
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toContain(' client=192.0.2.1 ')
})

import { BEARER, freePort, ready, run } from '../live.ts'
import { ask, errorOf } from './ask.ts'
import { expect, newToken, test, tokens } from './desk.ts'
import { exampleConfig } from './proxies.ts'
import { startProxy } from './start.ts'

const FORGED = '203.0.113.9'
const forgery = {
  'x-forwarded-for': FORGED,
  'x-real-ip': FORGED,
  forwarded: `for=${FORGED};host=evil.example;proto=http`,
  'x-forwarded-proto': 'http',
}

test('the log names the address that the proxy saw, whatever the client claims', async ({ desk, accountId }) => {
  const cookie = await desk.signIn(accountId, '127.0.0.2')
  const headers = { ...forgery, cookie }
  expect((await desk.ask(tokens(accountId), { headers, from: '127.0.0.2' })).status).toBe(200)
  const made = await desk.ask(tokens(accountId), {
    headers,
    from: '127.0.0.3',
    body: newToken(accountId, 'Made by a program'),
  })
  expect(made.status).toBe(200)
  await expect.poll(desk.printed).toMatch(/event=request .*method=GET .*client=127\.0\.0\.2( |$)/m)
  await expect.poll(desk.printed).toMatch(/event=audit .*client=127\.0\.0\.3( |$)/m)
  expect(desk.printed()).not.toContain(FORGED)
})

test('a proxy that appends to what the client claims tells the same address', async ({ desk, accountId }) => {
  const { proxy } = desk
  const through = await startProxy(proxy, desk.appPort, (instance) => exampleConfig(proxy, instance, [proxy.appending]))
  try {
    const cookie = await desk.signIn(accountId, '127.0.0.2')
    for (const claim of [FORGED, `${FORGED}, 127.0.0.1`]) {
      const headers = { 'x-forwarded-for': claim, cookie }
      const answer = await desk.ask(tokens(accountId), { through, headers, from: '127.0.0.6' })
      expect(answer.status).toBe(200)
    }
    await expect.poll(() => desk.printed().match(/ client=127\.0\.0\.6( |$)/gm)?.length).toBe(2)
    expect(desk.printed()).not.toContain(FORGED)
  } finally {
    await through.stop()
  }
})

test('wrong sign-ins of one address lock out no other', async ({ desk, accountId }) => {
  const wrong = { body: { account_id: accountId, value: `cfat_${'x'.repeat(48)}` }, from: '127.0.0.4' }
  for (let times = 0; times < 10; times++) expect((await desk.ask('/api/sign-in', wrong)).status).toBe(401)
  expect((await desk.ask('/api/sign-in', { ...wrong, headers: forgery })).status).toBe(429)
  await desk.signIn(accountId, '127.0.0.5')
})

test('a server with a shared token answers no request that comes through a proxy', async ({ desk, accountId }) => {
  const port = await freePort()
  const shared = run([], {
    PORT: String(port),
    CLOUDFLARE_API_TOKEN: BEARER,
    CLOUDFLARE_API_BASE_URL: `${desk.apiUrl}/client/v4`,
  })
  const url = `http://127.0.0.1:${port}`
  await ready(`${url}/healthz`)
  const example = await startProxy(desk.proxy, port)
  const bare = await startProxy(desk.proxy, port, desk.proxy.bare)
  try {
    expect((await desk.ask(tokens(accountId), { through: example })).status).toBe(403)
    for (const body of [undefined, newToken(accountId, 'Made by a program')]) {
      const answer = await ask({ port: bare.http, path: tokens(accountId), body })
      expect(answer.status).toBe(403)
      expect(errorOf(answer)?.message).toContain('proxy')
    }
    expect(await desk.reached(accountId)).toEqual([])
  } finally {
    await Promise.all([example.stop(), bare.stop()])
    shared.process.kill()
  }
})

import { serve } from '@hono/node-server'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACCOUNT, ok, type Rig, startRig, TOKEN, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

const audience = 'a'.repeat(64)

/** A key server like a team's `https://<team>.cloudflareaccess.com/cdn-cgi/access/certs`. */
async function startKeyServer() {
  const [own, foreign] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  let asked = 0
  const server = serve({
    fetch: () => {
      asked += 1
      return Response.json({ keys: [jwk] })
    },
    port: 0,
    hostname: '127.0.0.1',
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { own, foreign, teamDomain: `http://127.0.0.1:${port}`, asked: () => asked, close: () => server.close() }
}

let keys: Awaited<ReturnType<typeof startKeyServer>>
let rig: Rig
beforeAll(async () => {
  keys = await startKeyServer()
  rig = await startRig({ access: { teamDomain: keys.teamDomain, audience } })
})
afterAll(() => {
  rig.close()
  keys.close()
})
beforeEach(() => rig.answerWith(() => ok([])))

type Claims = { audience?: string; issuer?: string; expiresIn?: string; notBefore?: string; email?: string }

const sign = ({ email = 'ada@example.com', ...claims }: Claims, key = keys.own.privateKey) =>
  new SignJWT({ email })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuedAt()
    .setIssuer(claims.issuer ?? keys.teamDomain)
    .setAudience(claims.audience ?? audience)
    .setExpirationTime(claims.expiresIn ?? '5 minutes')
    .setNotBefore(claims.notBefore ?? '0 seconds')
    .sign(key)

const list = (assertion?: string) =>
  rig.call(`/api/v4/accounts/${ACCOUNT}/tokens`, {
    headers: assertion === undefined ? {} : { 'cf-access-jwt-assertion': assertion },
  })

test('what Access has signed for this application passes, and the assertion stays here', async () => {
  expect((await list(await sign({}))).status).toBe(200)
  expect(rig.seen).toHaveLength(1)
  expect(rig.seen[0]?.headers['cf-access-jwt-assertion']).toBeUndefined()
})

test('who writes is in the audit line', async () => {
  const headers = { ...WRITE_HEADERS, 'cf-access-jwt-assertion': await sign({}) }
  await rig.call(`/api/v4/accounts/${ACCOUNT}/tokens/${TOKEN}`, { method: 'DELETE', headers, body: '{}' })
  expect(rig.lines.join('\n')).toContain('event=audit who=ada@example.com action=delete')
})

test('a clock that is half a minute off is no reason to refuse', async () => {
  expect((await list(await sign({ expiresIn: '-30 seconds' }))).status).toBe(200)
  expect((await list(await sign({ notBefore: '30 seconds' }))).status).toBe(200)
})

test('keys are asked for once, not with every request', async () => {
  for (let index = 0; index < 5; index += 1) await list(await sign({}))
  expect(keys.asked()).toBe(1)
})

describe('refused, and nothing reaches the API', () => {
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"email":"x"}').toString('base64url')}.`
  test.each([
    ['no assertion', () => undefined],
    ['an empty one', () => ''],
    ['no JWT at all', () => 'nonsense'],
    ['one without a signature', () => unsigned],
    ['one of another application', () => sign({ audience: 'b'.repeat(64) })],
    ['one of another team', () => sign({ issuer: 'https://evil.cloudflareaccess.com' })],
    ['one that has expired', () => sign({ expiresIn: '-5 minutes' })],
    ['one that is not valid yet', () => sign({ notBefore: '5 minutes' })],
    ['one signed by another key', () => sign({}, keys.foreign.privateKey)],
    ['one with its claims changed', async () => (await sign({})).replace(/\.[^.]+\./, '.e30.')],
  ])('%s', async (_, assertion) => {
    expect((await list(await assertion())).status).toBe(403)
    expect(rig.seen).toEqual([])
  })
})

describe('while the keys cannot be had', () => {
  test.each<[string, () => Response]>([
    ['the key server fails', () => new Response('', { status: 500 })],
    ['it sends no keys', () => Response.json({ nothing: 1 })],
    ['it sends no JSON', () => new Response('<html>')],
  ])('%s: nobody is let in, and the log says why', async (_, answer) => {
    const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const teamDomain = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    await expectNoKeys(teamDomain)
    server.close()
  })

  test('it is not there', () => expectNoKeys('http://127.0.0.1:9'))

  async function expectNoKeys(teamDomain: string) {
    const own = await startRig({ access: { teamDomain, audience } })
    const refusal = await own.call(`/api/v4/accounts/${ACCOUNT}/tokens`, {
      headers: { 'cf-access-jwt-assertion': await sign({}) },
    })
    expect(refusal.status).toBe(503)
    expect(await refusal.text()).toContain('keys of Cloudflare Access')
    expect(own.lines.join('\n')).toMatch(/event=access outcome=no-keys kind=\w+ client=127\.0\.0\.1/)
    expect(own.seen).toEqual([])
    own.close()
  }
})

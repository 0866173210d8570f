import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Rig, startRig } from '#server/testing/proxy-rig.ts'
import type { AppEnv } from './app-env.ts'
import { clientAddressHandler } from './client-address-handler.ts'
import { type ClientSettings, identifyClient } from './client.ts'

async function told(peer: string | null, settings: ClientSettings = {}, headers: Record<string, string> = {}) {
  const app = new Hono<AppEnv>()
  app.use(identifyClient(settings))
  app.get('/', clientAddressHandler)
  const bindings = peer === null ? {} : { incoming: { socket: { remoteAddress: peer } } }
  const answer = await app.request('/', { headers }, bindings)
  return ((await answer.json()) as { result: unknown }).result
}

test.each([
  ['203.0.113.7', 'public'],
  ['::ffff:203.0.113.7', 'public'],
  ['2a06:98c0::1', 'public'],
  ['127.0.0.1', 'local'],
  ['::1', 'local'],
  ['10.1.2.3', 'local'],
  ['192.168.1.5', 'local'],
  ['100.64.0.1', 'local'],
  ['169.254.1.1', 'local'],
  ['fe80::1', 'local'],
  ['fd00::1', 'local'],
])('%s is %s', async (peer, kind) => {
  expect(await told(peer)).toEqual({ address: peer.replace('::ffff:', ''), kind })
})

test('a header of the caller changes nothing, one of a trusted proxy does', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.9', 'cf-connecting-ip': '198.51.100.9' }
  expect(await told('203.0.113.7', {}, headers)).toMatchObject({ address: '203.0.113.7' })
  const trustedProxies = ['203.0.113.7']
  expect(await told('203.0.113.7', { trustedProxies }, headers)).toMatchObject({ address: '198.51.100.9' })
})

test('on Workers it is what the edge saw', async () => {
  expect(await told(null, {}, { 'cf-connecting-ip': '2a06:98c0::1' })).toMatchObject({ address: '2a06:98c0::1' })
  expect(await told(null)).toEqual({ address: null, kind: 'unknown' })
})

test('an unnamed proxy’s address is not told as the caller’s', async () => {
  expect(await told('203.0.113.7', { publicOrigin: 'https://desk.example' })).toEqual({
    address: null,
    kind: 'unknown',
  })
})

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

test('the app is told, and only by a GET', async () => {
  const answer = await rig.call('/api/client-address')
  expect(await answer.json()).toMatchObject({ success: true, result: { address: '127.0.0.1', kind: 'local' } })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const post = { method: 'POST', headers: { 'content-type': 'application/json', 'x-token-desk': '1' }, body: '{}' }
  expect((await rig.call('/api/client-address', post)).status).toBe(405)
})

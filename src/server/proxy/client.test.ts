import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { AppEnv } from './app-env.ts'
import { type ClientSettings, clientIn, identifyClient, subscriberOf } from './client.ts'

/** The client that a server with these settings sees, for a request from `peer`. */
async function clientOf(settings: ClientSettings, peer: string | null, headers: Record<string, string> = {}) {
  const app = new Hono<AppEnv>()
  app.use(identifyClient(settings))
  app.get('/', (c) => c.json(clientIn(c)))
  const bindings = peer === null ? {} : { incoming: { socket: { remoteAddress: peer } } }
  return (await (await app.request('/', { headers }, bindings)).json()) as Record<string, unknown>
}

const trustedProxies = ['10.0.0.0/8', '2001:db8::/32', '127.0.0.1']

describe('the address of a client', () => {
  test.each<[string, string, string | undefined, string]>([
    ['one proxy', '127.0.0.1', '192.0.2.1', '192.0.2.1'],
    ['a chain of them', '127.0.0.1', '192.0.2.1, 10.1.2.3', '192.0.2.1'],
    ['what the client made up stands further left', '127.0.0.1', '198.51.100.9, 192.0.2.1, 10.1.2.3', '192.0.2.1'],
    ['trusted addresses made up', '127.0.0.1', '10.9.9.9, 192.0.2.1', '192.0.2.1'],
    ['nothing but proxies', '127.0.0.1', '10.1.1.1, 10.2.2.2', '10.1.1.1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1', '::ffff:192.0.2.1', '192.0.2.1'],
    ['IPv6 that ends like IPv4', '127.0.0.1', '::192.0.2.1', '::c000:201'],
    ['a peer that ends like a trusted one', '::127.0.0.1', '192.0.2.1', '::7f00:1'],
    ['IPv6', '2001:db8::1', '2001:DB9:0::1', '2001:db9::1'],
    ['ports', '127.0.0.1', '192.0.2.1:4711', '192.0.2.1'],
    ['a port after IPv6', '127.0.0.1', '[2001:db9::1]:4711', '2001:db9::1'],
    ['nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['nonsense behind a proxy', '127.0.0.1', '192.0.2.1, unknown, 10.1.1.1', '10.1.1.1'],
    ['a number for an address', '127.0.0.1', '3221225985', '127.0.0.1'],
    ['no header', '127.0.0.1', undefined, '127.0.0.1'],
    ['a peer that is not trusted', '192.0.2.77', '198.51.100.1', '192.0.2.77'],
  ])('%s', async (_, peer, header, address) => {
    const headers: Record<string, string> = header === undefined ? {} : { 'x-forwarded-for': header }
    expect(await clientOf({ trustedProxies }, peer, headers)).toMatchObject({ address })
  })

  test('comes from the edge on Workers, and nowhere else from that header', async () => {
    const headers = { 'cf-connecting-ip': '192.0.2.1' }
    expect(await clientOf({}, null, headers)).toMatchObject({ address: '192.0.2.1', isShared: false })
    expect(await clientOf({}, '127.0.0.1', headers)).toMatchObject({ address: '127.0.0.1' })
    expect(await clientOf({ trustedProxies }, '127.0.0.1', headers)).toMatchObject({ address: '127.0.0.1' })
  })

  test('is shared where TLS ends at a proxy that nobody named, or that names nobody', async () => {
    const publicOrigin = 'https://desk.example'
    expect(await clientOf({ publicOrigin }, '127.0.0.1')).toMatchObject({ isShared: true })
    expect(await clientOf({ publicOrigin, trustedProxies }, '127.0.0.1')).toMatchObject({ isShared: true })
    const headers = { 'x-forwarded-for': '192.0.2.1' }
    expect(await clientOf({ publicOrigin, trustedProxies }, '127.0.0.1', headers)).toMatchObject({ isShared: false })
    expect(await clientOf({ publicOrigin, trustedProxies }, '192.0.2.77')).toMatchObject({ isShared: true })
    expect(await clientOf({}, '127.0.0.1')).toMatchObject({ isShared: false })
  })
})

test('host and protocol count from a trusted proxy, of several the nearest one’s', async () => {
  const headers = { 'x-forwarded-host': 'evil.example, Desk.example', 'x-forwarded-proto': 'http, https' }
  expect(await clientOf({ trustedProxies }, '127.0.0.1', headers)).toMatchObject({
    host: 'desk.example',
    protocol: 'https',
  })
  expect(await clientOf({ trustedProxies }, '192.0.2.77', headers)).toMatchObject({ host: null, protocol: null })
})

test('a subscriber is an address, or a network of IPv6', () => {
  expect(subscriberOf('192.0.2.1')).toBe('192.0.2.1')
  expect(subscriberOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(subscriberOf('')).toBe('')
})

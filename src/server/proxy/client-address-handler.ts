import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { AppEnv } from './app-env.ts'
import { clientIn } from './client.ts'
import { success } from './envelope.ts'

/**
 * `GET /api/client-address`: the address that this server sees the caller at, for an IP limit. By the connection, by
 * the proxies in TRUSTED_PROXIES, or on Workers by the edge. Never by any other header.
 *
 * `kind` says whether Cloudflare would see the same one: `public`, `local` (an address of this machine or a private
 * network) or `unknown` (an unnamed proxy hides it).
 */
export function clientAddressHandler(c: Context<AppEnv>): Response {
  c.set('template', '/api/client-address')
  const { address, isShared } = clientIn(c)
  if (address === '' || isShared) return success({ address: null, kind: 'unknown' })
  return success({ address, kind: LOCAL.has(ipaddr.parse(address).range()) ? 'local' : 'public' })
}

/** Ranges that do not leave a machine or a private network. */
const LOCAL: ReadonlySet<string> = new Set([
  'unspecified',
  'loopback',
  'private',
  'uniqueLocal',
  'linkLocal',
  'carrierGradeNat',
  'multicast',
  'broadcast',
])

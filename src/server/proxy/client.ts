import type { Context, MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'
import { parseAddress } from '#server/http/parse-address.ts'
import type { AppEnv, Client } from './app-env.ts'

export type ClientSettings = { publicOrigin?: string; trustedProxies?: readonly string[] }

/** Identifies the client, before any decision about the request. */
export function identifyClient({ publicOrigin, trustedProxies = [] }: ClientSettings): MiddlewareHandler<AppEnv> {
  const isTrusted = matcherOf(trustedProxies)
  // TLS ends at a proxy. One that is not in the settings shows its own address for all its clients.
  const isTlsBefore = publicOrigin?.startsWith('https:') === true
  return (c, next) => {
    c.set('client', clientOf(c, isTrusted, isTlsBefore))
    return next()
  }
}

/** Set first of all, by `identifyClient`. */
export function clientIn(c: Context<AppEnv>): Client {
  const client = c.get('client')
  if (!client) throw new Error('A request came in without its client.')
  return client
}

function clientOf(c: Context<AppEnv>, isTrusted: (address: string) => boolean, isTlsBefore: boolean): Client {
  // Hono's type hides that the bindings may be absent.
  if (!c.env?.incoming) {
    // On Workers, Cloudflare's edge writes this header.
    const address = plainAddress(c.req.header('cf-connecting-ip') ?? '') ?? ''
    return { address, isShared: address === '', host: null, protocol: null }
  }
  const peer = plainAddress(c.env.incoming.socket?.remoteAddress ?? '') ?? ''
  if (!isTrusted(peer)) return { address: peer, isShared: isTlsBefore, host: null, protocol: null }
  const forwarded = originOf(c.req.header('x-forwarded-for'), isTrusted)
  return {
    address: forwarded ?? peer,
    isShared: forwarded === null,
    host: lastOf(c.req.header('x-forwarded-host'))?.toLowerCase() ?? null,
    protocol: lastOf(c.req.header('x-forwarded-proto'))?.toLowerCase() ?? null,
  }
}

/**
 * The rightmost address that is no trusted proxy. Each proxy appends its client on the right; anything further left may
 * be forged.
 */
function originOf(header: string | undefined, isTrusted: (address: string) => boolean): string | null {
  let nearest: string | null = null
  for (const part of (header ?? '').split(',').toReversed()) {
    const address = plainAddress(
      part
        .trim()
        .replace(/^\[(.+)\](?::\d+)?$/, '$1')
        .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1'),
    )
    if (address === null) return nearest
    nearest = address
    if (!isTrusted(address)) return nearest
  }
  return nearest
}

const lastOf = (header: string | undefined) => header?.split(',').at(-1)?.trim() || null

/** An address in its canonical form, with mapped IPv4 unwrapped; `null` when it is none. */
function plainAddress(text: string): string | null {
  const address = parseAddress(text.replace(/%.*$/, ''))
  return address && ipaddr.process(address.toString()).toString()
}

function matcherOf(ranges: readonly string[]): (address: string) => boolean {
  const parsed = ranges.map((range) => (range.includes('/') ? ipaddr.parseCIDR(range) : wholeOf(ipaddr.process(range))))
  return (address) => {
    if (address === '') return false
    const one = ipaddr.parse(address)
    return parsed.some(([network, bits]) => one.kind() === network.kind() && one.match(network, bits))
  }
}

const wholeOf = (address: ipaddr.IPv4 | ipaddr.IPv6): [ipaddr.IPv4 | ipaddr.IPv6, number] => [
  address,
  address.kind() === 'ipv4' ? 32 : 128,
]

/** The subject of a limit: the address, or for IPv6 its /64 network, which one subscriber has. */
export function subscriberOf(address: string): string {
  if (!address.includes(':')) return address
  const network = ipaddr.IPv6.parse(address).parts.slice(0, 4)
  return `${network.map((part) => part.toString(16)).join(':')}::/64`
}

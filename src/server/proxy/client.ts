import type { Context, MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'
import type { AppEnv } from './app-env.ts'

/** Who asks, as far as the connection tells and the proxies that are trusted say. */
export type Client = {
  /** The address; empty where nobody tells. */
  address: string
  /** Whether the address stands for whoever comes through the same proxy, rather than for one of them. */
  isShared: boolean
  /** What a trusted proxy says the browser asked for; `null` where none does. */
  host: string | null
  protocol: string | null
}

export type ClientSettings = { publicOrigin?: string; trustedProxies?: readonly string[] }

/** Finds out who asks, before anything is decided about it. */
export function identifyClient({ publicOrigin, trustedProxies = [] }: ClientSettings): MiddlewareHandler<AppEnv> {
  const isTrusted = matcherOf(trustedProxies)
  // TLS ends before this server; a proxy that is not named, or by a wrong address, stands for all its clients.
  const isTlsBefore = publicOrigin?.startsWith('https:') === true
  return (c, next) => {
    c.set('client', clientOf(c, isTrusted, isTlsBefore))
    return next()
  }
}

/** Set before anything else happens to a request. */
export function clientIn(c: Context<AppEnv>): Client {
  const client = c.get('client')
  if (!client) throw new Error('A request came in without its client.')
  return client
}

function clientOf(c: Context<AppEnv>, isTrusted: (address: string) => boolean, isTlsBefore: boolean): Client {
  // Hono's type hides that there may be no bindings at all.
  if (!c.env?.incoming) {
    // On Workers every request comes through Cloudflare's edge, which writes this header itself.
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
 * The nearest address that no trusted proxy has. Each proxy adds on the right whom it talks to, and what stands
 * further left may be made up.
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

/** An address in its one form, IPv4 out of its IPv6 clothes; `null` for what is none. */
function plainAddress(text: string): string | null {
  const bare = text.replace(/%.*$/, '')
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare).toString() : null
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

/** Whom a limit counts: an address, of IPv6 the network of 64 bits that one subscriber has. */
export function subscriberOf(address: string): string {
  if (!address.includes(':')) return address
  const network = ipaddr.IPv6.parse(address).parts.slice(0, 4)
  return `${network.map((part) => part.toString(16)).join(':')}::/64`
}

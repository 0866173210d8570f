import type { Context, MiddlewareHandler } from 'hono'
import { bracketed, type Listening } from '#server/config.ts'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']
const READS = new Set(['GET', 'HEAD'])

/**
 * Lets in only what comes from our own page or from a program on this machine.
 *
 * The credential is added to whatever passes, so a page on another site must not be able to
 * send a request that passes, neither directly nor by pointing its own name at this address.
 */
export function guard(config: Listening & { publicOrigin?: string }): MiddlewareHandler<AppEnv> {
  const hosts = allowedHosts(config)
  return async (c, next) => {
    const refusal = refuseHost(c, hosts) ?? refuseOrigin(c, config.publicOrigin) ?? refuseOddPath(c) ?? refuseWrite(c)
    return refusal ?? next()
  }
}

/** As `URL.host` puts them: lower case, no port when it is http's own. */
function allowedHosts({ host, port, publicOrigin }: Listening & { publicOrigin?: string }): Set<string> {
  const own = [...LOOPBACK_HOSTS, bracketed(host)].map((name) => new URL(`http://${name}:${port}`).host)
  return new Set([...own, ...(publicOrigin ? [new URL(publicOrigin).host] : [])])
}

function refuseHost(c: Context<AppEnv>, hosts: Set<string>): Response | null {
  const named = c.req.header('host')
  const asked = new URL(c.req.url).host
  const isAllowed = hosts.has(asked) && (named === undefined || hosts.has(hostOf(named)))
  if (isAllowed) return null
  return failure(403, `This server answers only to ${[...hosts].join(', ')}. Set HOST and PORT to use another address.`)
}

const hostOf = (header: string) => (URL.canParse(`http://${header}`) ? new URL(`http://${header}`).host : '')

/** A client that is no browser sends neither header; a browser sends one at least. */
function refuseOrigin(c: Context<AppEnv>, publicOrigin: string | undefined): Response | null {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
  // Behind a TLS proxy the page's origin is not the one this server sees itself under.
  const isOwnOrigin = origin === undefined || origin === new URL(c.req.url).origin || origin === publicOrigin
  return isOwnSite && isOwnOrigin ? null : failure(403, 'Requests from other sites are refused.')
}

/** A path that only becomes one of ours by being cleaned up (dot segments, backslashes) is not one of ours. */
function refuseOddPath(c: Context<AppEnv>): Response | null {
  // Hono's type hides that there may be no bindings at all.
  const sent = c.env?.incoming?.url
  if (sent === undefined || sent.split('?', 1)[0] === new URL(c.req.url).pathname) return null
  return failure(404, 'There is nothing at this address.')
}

/** A form on another site can send neither this content type nor this header without asking first. */
function refuseWrite(c: Context<AppEnv>): Response | null {
  const { method } = c.req
  if (READS.has(method)) return null
  // The sandbox's controls guard nothing; they stay usable with a bare curl.
  const isControl = new URL(c.req.url).pathname.startsWith('/api/sandbox/')
  if (isControl && method === 'DELETE') return null
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return failure(415, 'A write needs the header Content-Type: application/json.')
  if (isControl || c.req.header('x-token-desk') === '1') return null
  return failure(403, 'A write needs the header X-Token-Desk: 1.')
}

import type { Context, MiddlewareHandler } from 'hono'
import { bracketed, type Listening } from '#server/config.ts'
import type { AppEnv } from './app-env.ts'
import { clientIn } from './client.ts'
import { failure } from './envelope.ts'

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']
const READS = new Set(['GET', 'HEAD'])

type GuardSettings = Listening & { publicOrigin?: string }

/**
 * Lets in only what comes from our own page, or from a program that is no browser.
 *
 * The credential is added to whatever passes, so a page on another site must not be able to
 * send a request that passes, neither directly nor by pointing its own name at this address.
 */
export function guard(config: GuardSettings): MiddlewareHandler<AppEnv> {
  const names = namesOf(config)
  return async (c, next) => {
    if (!URL.canParse(c.req.url)) return failure(400, 'This is not a valid request.')
    const named = namedHost(c)
    const refusal = refuseHost(c, named, names) ?? refuseScheme(c, named, names) ?? refuseOrigin(c, named, names)
    return refusal ?? refuseOddPath(c) ?? refuseWrite(c) ?? next()
  }
}

type Names = {
  /** What the Host header may say, lower case. */
  hosts: Set<string>
  publicOrigin: string | undefined
  publicHosts: readonly string[]
}

function namesOf({ host, port, publicOrigin }: GuardSettings): Names {
  // People come by the public address where there is one, and not by the one that the proxy comes by.
  const own = publicOrigin ? LOOPBACK_HOSTS : [...LOOPBACK_HOSTS, bracketed(host)]
  const publicHosts = publicOrigin ? spellings(new URL(publicOrigin)) : []
  return {
    hosts: new Set([...own.flatMap((name) => spellings(new URL(`http://${name}:${port}`))), ...publicHosts]),
    publicOrigin,
    publicHosts,
  }
}

/** A host with its port, and without it where it is the scheme's own. */
function spellings({ hostname, host, port, protocol }: URL): string[] {
  return port === '' ? [host, `${hostname}:${protocol === 'https:' ? 443 : 80}`] : [host]
}

/** The host that the browser asked for, letter by letter: what a parser would tidy up is not one of ours. */
const namedHost = (c: Context<AppEnv>) =>
  (clientIn(c).host ?? c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()

function refuseHost(c: Context<AppEnv>, named: string, { hosts }: Names): Response | null {
  // The target of a request can name a host as well; a proxy we trust has replaced both.
  const isConsistent = clientIn(c).host !== null || hosts.has(new URL(c.req.url).host)
  if (hosts.has(named) && isConsistent) return null
  const known = [...hosts].filter((host) => !/:(80|443)$/.test(host)).join(', ')
  return failure(403, `This server answers only to ${known}. Set HOST and PORT, or PUBLIC_URL, to use another address.`)
}

/** A proxy that says people came without TLS hands over what everybody on the way could read. */
function refuseScheme(c: Context<AppEnv>, named: string, { publicOrigin, publicHosts }: Names): Response | null {
  const { protocol } = clientIn(c)
  if (protocol === null || !publicOrigin || !publicHosts.includes(named)) return null
  return `${protocol}:` === new URL(publicOrigin).protocol
    ? null
    : failure(403, `This server answers only at ${publicOrigin}.`)
}

/** A client that is no browser sends neither header; a browser sends one at least. */
function refuseOrigin(c: Context<AppEnv>, named: string, { publicOrigin, publicHosts }: Names): Response | null {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
  // Behind a TLS proxy the page's origin is not the one this server sees itself under.
  const isOwnOrigin =
    origin === undefined || origin === publicOrigin || (origin === `http://${named}` && !publicHosts.includes(named))
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

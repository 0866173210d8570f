import type { Context, MiddlewareHandler } from 'hono'
import type { Listening } from '#server/settings/config.ts'
import { bracketed } from '#server/http/host-names.ts'
import type { AppEnv } from './app-env.ts'
import { clientIn } from './client.ts'
import { failure } from './envelope.ts'

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']
const READS = new Set(['GET', 'HEAD'])

type GuardSettings = Listening & { publicOrigin?: string }

/**
 * Accepts only requests from our own page, or from a program that is no browser.
 *
 * The credential is added to every accepted request. So a page on another site must not be able to send one, neither
 * directly nor by DNS rebinding.
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
  /** Allowed values of the Host header, in lower case. */
  hosts: Set<string>
  publicOrigin: string | undefined
  publicHosts: readonly string[]
}

function namesOf({ host, port, publicOrigin }: GuardSettings): Names {
  // With a public address, browsers use that one, not the address the proxy connects to.
  const own = publicOrigin ? LOOPBACK_HOSTS : [...LOOPBACK_HOSTS, bracketed(host)]
  const publicHosts = publicOrigin ? spellings(new URL(publicOrigin)) : []
  return {
    hosts: new Set([...own.flatMap((name) => spellings(new URL(`http://${name}:${port}`))), ...publicHosts]),
    publicOrigin,
    publicHosts,
  }
}

/** A host with its port, and without it where the port is the scheme's default. */
function spellings({ hostname, host, port, protocol }: URL): string[] {
  return port === '' ? [host, `${hostname}:${protocol === 'https:' ? 443 : 80}`] : [host]
}

/** The host the browser asked for, compared literally: a parser would normalize others into ours. */
const namedHost = (c: Context<AppEnv>) =>
  (clientIn(c).host ?? c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()

function refuseHost(c: Context<AppEnv>, named: string, { hosts }: Names): Response | null {
  // The request target can name a host as well; a trusted proxy has replaced both.
  const isConsistent = clientIn(c).host !== null || hosts.has(new URL(c.req.url).host)
  if (hosts.has(named) && isConsistent) return null
  const known = [...hosts].filter((host) => !/:(80|443)$/.test(host)).join(', ')
  return failure(403, `This server answers only to ${known}. Set HOST and PORT, or PUBLIC_URL, to use another address.`)
}

/** Without TLS before the proxy, the whole network could read the request. */
function refuseScheme(c: Context<AppEnv>, named: string, { publicOrigin, publicHosts }: Names): Response | null {
  const { protocol } = clientIn(c)
  if (protocol === null || !publicOrigin || !publicHosts.includes(named)) return null
  return `${protocol}:` === new URL(publicOrigin).protocol
    ? null
    : failure(403, `This server answers only at ${publicOrigin}.`)
}

/** Programs send neither header; a browser sends at least one. */
function refuseOrigin(c: Context<AppEnv>, named: string, { publicOrigin, publicHosts }: Names): Response | null {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
  // Behind a TLS proxy, the page's origin differs from the address this server sees.
  const isOwnOrigin =
    origin === undefined || origin === publicOrigin || (origin === `http://${named}` && !publicHosts.includes(named))
  return isOwnSite && isOwnOrigin ? null : failure(403, 'Requests from other sites are refused.')
}

/** Refuses paths that match ours only after normalization (dot segments, backslashes). */
function refuseOddPath(c: Context<AppEnv>): Response | null {
  // Hono's type hides that the bindings may be absent.
  const sent = c.env?.incoming?.url
  if (sent === undefined || sent.split('?', 1)[0] === new URL(c.req.url).pathname) return null
  return failure(404, 'There is nothing at this address.')
}

/** A form on another site cannot send this content type or this header without a preflight. */
function refuseWrite(c: Context<AppEnv>): Response | null {
  const { method } = c.req
  if (READS.has(method)) return null
  // The sandbox's controls protect nothing, and must be usable with a plain curl.
  const isControl = new URL(c.req.url).pathname.startsWith('/api/sandbox/')
  if (isControl && method === 'DELETE') return null
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') return failure(415, 'A write needs the header Content-Type: application/json.')
  if (isControl || c.req.header('x-token-desk') === '1') return null
  return failure(403, 'A write needs the header X-Token-Desk: 1.')
}

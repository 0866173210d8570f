import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '#server/config-error.ts'
import type { AppEnv } from './app-env.ts'
import { clientIn } from './client.ts'
import { failure } from './envelope.ts'

/** What proxies, load balancers and tunnels add on the way. */
const FORWARDING = new Set([
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-host',
  'x-scheme',
  'x-proxyuser-ip',
  'true-client-ip',
  'fastly-client-ip',
  'client-ip',
  'cdn-loop',
  'cf-connecting-ip',
  'cf-connecting-ipv6',
  'cf-ray',
  'cf-visitor',
  'cf-ipcountry',
  'cf-worker',
  'cf-ew-via',
  'x-envoy-external-address',
  'x-envoy-original-path',
  'x-amzn-trace-id',
  'x-arr-ssl',
  'x-arr-log-id',
  'x-azure-clientip',
  'x-appengine-user-ip',
  'x-rewrite-url',
])
const FORWARDING_PREFIXES = ['x-forwarded', 'x-original-', 'cf-access-', 'tailscale-', 'ngrok-']

/**
 * Lets in programs and browsers on this machine alone. For a server that holds one token for everybody and asks
 * nobody who they are: whatever came through a proxy came from somebody else.
 */
export const requireThisMachine: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { hostname } = new URL(c.req.url)
  const fault = isLoopback(hostname)
    ? faultOf(c.req.raw.headers, clientIn(c).address, c.env?.incoming?.httpVersion)
    : 'asked for another host'
  if (fault === null) return next()
  return failure(
    403,
    `This server holds one token for everybody, so it answers this machine alone; this request ${fault}. Let people sign in (AUTH=sign-in), or put Cloudflare Access before it (ACCESS_TEAM_DOMAIN and ACCESS_AUD).`,
  )
}

function faultOf(headers: Headers, address: string, httpVersion: string | undefined): string | null {
  if (!/^127\.|^::1$/.test(address)) return 'came from another one'
  for (const name of headers.keys()) {
    if (FORWARDING.has(name) || FORWARDING_PREFIXES.some((prefix) => name.startsWith(prefix)))
      return 'carries a header of a proxy'
  }
  // What browsers gave up before the century turned is what nginx still speaks to whatever stands behind it.
  return httpVersion === '1.0' ? 'was passed on by a proxy (HTTP/1.0)' : null
}

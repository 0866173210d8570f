import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '#server/http/host-names.ts'
import type { AppEnv } from './app-env.ts'
import { clientIn } from './client.ts'
import { failure } from './envelope.ts'

/** Headers that proxies, load balancers and tunnels add. */
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
  'x-rewrite-url',
])
const FORWARDING_PREFIXES = [
  'x-forwarded',
  'x-original-',
  'x-envoy-',
  'x-azure-',
  'x-amzn-',
  'x-appengine-',
  'x-arr-',
  'x-sucuri-',
  'x-vercel-',
  'fly-',
  'cf-',
  'tailscale-',
  'ngrok-',
]

/**
 * Accepts only clients on this machine. For a server with one shared token and no sign-in: a request that came through
 * a proxy came from another user.
 */
export const requireThisMachine: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { hostname } = new URL(c.req.url)
  const fault = isLoopback(hostname)
    ? faultOf(c.req.raw.headers, clientIn(c).address, c.env?.incoming?.httpVersion)
    : 'asked for another host'
  if (fault === null) return next()
  return failure(
    403,
    `This server uses one token for all users, so it serves this machine only; this request ${fault}. Let users sign in (AUTH=sign-in), or put Cloudflare Access before it (ACCESS_TEAM_DOMAIN and ACCESS_AUD).`,
  )
}

function faultOf(headers: Headers, address: string, httpVersion: string | undefined): string | null {
  if (!/^127\.|^::1$/.test(address)) return 'came from another one'
  for (const name of headers.keys()) {
    // Sent by the app.
    if (name === 'cf-r2-jurisdiction') continue
    if (FORWARDING.has(name) || FORWARDING_PREFIXES.some((prefix) => name.startsWith(prefix)))
      return 'carries a header of a proxy'
  }
  // Before 1.29.7, nginx spoke HTTP/1.0 to its upstreams by default, and added no header.
  return httpVersion === '1.0' ? 'was passed on by a proxy (HTTP/1.0)' : null
}

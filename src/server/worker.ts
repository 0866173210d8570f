import { Hono } from 'hono'
import { ConfigError } from '#server/settings/config-error.ts'
import { readConfig } from '#server/settings/config.ts'
import { createApp } from './app.ts'
import type { AppEnv } from './proxy/app-env.ts'
import { failure } from './proxy/envelope.ts'
import { rememberInMemory } from './proxy/ended-sessions.ts'
import { LIFETIMES, SHORT_LIFETIMES } from './proxy/session-cookie.ts'
import { mistake } from './proxy/mistake.ts'
import { createSite } from './static/site.ts'
import { rememberIn, type SessionsBinding } from './worker-sessions.ts'

export { Sessions } from './worker-sessions.ts'

/** The bindings of wrangler.jsonc: the built app, and the settings of `.env.example` as variables and secrets. */
type Env = {
  ASSETS: { fetch: (request: Request) => Promise<Response> }
  SESSIONS?: SessionsBinding
} & Record<string, unknown>

/** Created once per isolate: the sandbox and the keys of Access live as long as it does. */
let served: { env: Env; app: Hono<AppEnv> } | null = null

/** The same app on Workers: `/api` and the built files, behind Cloudflare Access or with sign-in. */
export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    try {
      served ??= { env, app: createWorkerApp(env) }
      return served.app.fetch(request)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      return failure(500, `Token Desk cannot start: ${error.message}`)
    }
  },
}

/** Isolates share no memory. Without the binding, a sign-out holds in one isolate only, and sessions are short. */
const sessionsOf = ({ SESSIONS }: Env) =>
  SESSIONS
    ? { ended: rememberIn(SESSIONS), lifetimes: LIFETIMES }
    : { ended: rememberInMemory(SHORT_LIFETIMES.absoluteMs), lifetimes: SHORT_LIFETIMES }

function createWorkerApp(env: Env): Hono<AppEnv> {
  const settings = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  if (!settings['PUBLIC_URL']) {
    throw new ConfigError(
      'PUBLIC_URL is not set. Set it to the address of this Worker, such as https://tokens.example.com.',
    )
  }
  // A Worker is open to the internet, so the rules for listening on all interfaces apply.
  const config = readConfig({ ...settings, HOST: '0.0.0.0', PORT: '443' })
  const app = new Hono<AppEnv>()
  // A Worker's console is its log.
  const log = (line: string) => console.log(line)
  app.onError(mistake(log))
  const api = createApp({ config, log, sessions: sessionsOf(env) })
  app.all('/api/*', (c) => api.fetch(c.req.raw))
  app.get('/healthz', (c) => api.fetch(c.req.raw))
  const page = async () => {
    const answer = await env.ASSETS.fetch(new Request(`${config.publicOrigin}/index.html`))
    return answer.text()
  }
  app.route(
    '/',
    createSite({
      files: async (c, next) => {
        const answer = await env.ASSETS.fetch(c.req.raw)
        return answer.status === 404 ? next() : new Response(answer.body, answer)
      },
      page,
      hsts: config.hsts,
    }),
  )
  return app
}

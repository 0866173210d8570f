import { Hono, type MiddlewareHandler } from 'hono'
import type { Config } from './config.ts'
import { apiHandler } from './proxy/api-handler.ts'
import type { AppEnv } from './proxy/app-env.ts'
import { failure } from './proxy/envelope.ts'
import { guard } from './proxy/guard.ts'
import { type Log, requestLog } from './proxy/request-log.ts'
import { sessionHandler } from './proxy/session-handler.ts'
import { createUpstream, type Fetch } from './proxy/upstream.ts'
import { verifyHandler } from './proxy/verify-handler.ts'
import { createSandbox } from './sandbox/sandbox.ts'

export type AppOptions = {
  config: Config
  /** Reaches the API in live mode; the platform's own unless a test brings another. */
  fetch?: Fetch
  /** Stands in for the API in sandbox mode; made here unless a test brings another. */
  sandbox?: { fetch: Fetch; control: Hono; token: string }
  log?: Log
  /** How long the API may take for a whole answer. */
  timeoutMs?: number
}

const TIMEOUT_MS = 30_000

/** Everything under `/api`, on web standards alone: the same app runs on Node, in Vite and on Workers. */
export function createApp({ log = () => {}, timeoutMs = TIMEOUT_MS, ...options }: AppOptions): Hono<AppEnv> {
  const { mode, baseUrl, fetch, token, accountIds, control } = backendOf(options)
  const upstream = createUpstream({ baseUrl, fetch, timeoutMs })
  const own = { upstream, token, accountIds }

  const app = new Hono<AppEnv>()
  app.use('/api/*', requestLog(log), privateAnswers, guard(options.config))
  app.all('/api/v4/*', apiHandler(own))
  app.get('/api/session', sessionHandler(mode, own))
  app.all('/api/session', only('GET'))
  app.post('/api/verify', verifyHandler(upstream))
  app.all('/api/verify', only('POST'))
  if (control) {
    app.use('/api/sandbox/*', (c, next) => {
      c.set('template', '/api/sandbox/*')
      return next()
    })
    app.route('/api/sandbox', control)
  }
  app.notFound(() => failure(404, 'There is nothing at this address.'))
  app.onError((error) => {
    // A message may quote what it choked on, so only the kind and the place go into the log.
    log(`${error.name} ${error.stack?.match(/^\s+at .*$/m)?.[0].trim() ?? ''}`)
    return failure(500, 'This server made a mistake. The log says where.')
  })
  return app
}

type Backend = {
  mode: Config['mode']
  baseUrl: string
  fetch: Fetch
  token: string
  accountIds: readonly string[]
  control: Hono | null
}

function backendOf({ config, fetch: ownFetch, sandbox }: AppOptions): Backend {
  if (config.mode === 'live') {
    const { mode, upstream, token, accountIds } = config
    return {
      mode,
      baseUrl: upstream,
      fetch: ownFetch ?? ((request) => fetch(request)),
      token,
      accountIds,
      control: null,
    }
  }
  // Never looked up: the sandbox is called in the same process.
  const baseUrl = 'http://sandbox.invalid/client/v4'
  return { mode: config.mode, baseUrl, ...(sandbox ?? ownSandbox(config.latencyMs)), accountIds: [] }
}

function ownSandbox(latencyMs: number) {
  const token = randomToken()
  const { fetch, control } = createSandbox({ token, latencyMs })
  return { fetch, control, token }
}

/** Looks like an account token, made anew for every process. */
export const randomToken = () => `cfat_${(crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 48)}`

const privateAnswers: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
  c.header('x-content-type-options', 'nosniff')
}

const only = (method: string) => () => failure(405, `This address takes ${method}.`, { allow: method })

import { Hono, type MiddlewareHandler } from 'hono'
import type { Config } from './config.ts'
import { apiHandler } from './proxy/api-handler.ts'
import type { AppEnv } from './proxy/app-env.ts'
import { failure } from './proxy/envelope.ts'
import { guard } from './proxy/guard.ts'
import { type Log, requestLog } from './proxy/request-log.ts'
import { logLine } from './proxy/request-log.ts'
import { requireAccess } from './proxy/access.ts'
import { createAttempts } from './proxy/attempts.ts'
import { type Credentials, requireSignIn, sharedCredentials } from './proxy/credential.ts'
import { createSealer, type Sealer } from './proxy/session-cookie.ts'
import { signInHandler, signOut } from './proxy/sign-in-handler.ts'
import { VERSION } from './proxy/version.ts'
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
  const { config } = options
  const { baseUrl, fetch, control, door, sealer } = backendOf(options)
  const upstream = createUpstream({ baseUrl, fetch, timeoutMs })
  const isReadOnly = config.readOnly === true

  const app = new Hono<AppEnv>()
  app.get('/healthz', (c) => c.json({ status: 'ok', version: VERSION }, 200, { 'cache-control': 'no-store' }))
  app.use('/api/*', requestLog(log), privateAnswers, guard(config))
  if (config.access) app.use('/api/*', requireAccess(config.access))
  if (sealer) {
    const attempts = createAttempts()
    app.post('/api/sign-in', signInHandler({ upstream, sealer, attempts, log }))
    app.post('/api/sign-out', signOut)
    app.all('/api/sign-in', only('POST'))
    app.all('/api/sign-out', only('POST'))
  }
  app.use('/api/v4/*', door)
  app.use('/api/session', door)
  app.use('/api/verify', door)
  app.all('/api/v4/*', apiHandler({ upstream, isReadOnly, log }))
  app.get('/api/session', sessionHandler({ mode: config.mode, upstream, isReadOnly }))
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
    log(logLine('error', { kind: error.name, at: error.stack?.match(/^\s+at .*$/m)?.[0].trim() }))
    return failure(500, 'This server made a mistake. The log says where.')
  })
  return app
}

type Backend = {
  baseUrl: string
  fetch: Fetch
  control: Hono | null
  /** Gives a request the credentials it may use, or refuses it. */
  door: MiddlewareHandler<AppEnv>
  sealer: Sealer | null
}

function backendOf({ config, fetch: ownFetch, sandbox }: AppOptions): Backend {
  if (config.mode === 'sandbox') {
    const { token, ...own } = sandbox ?? ownSandbox(config.latencyMs)
    // Never looked up: the sandbox is called in the same process.
    const baseUrl = 'http://sandbox.invalid/client/v4'
    return { baseUrl, ...own, door: openDoor(sharedCredentials(token, [])), sealer: null }
  }
  const live = { baseUrl: config.upstream, fetch: ownFetch ?? ((request: Request) => fetch(request)), control: null }
  if (config.mode === 'live') {
    return { ...live, door: openDoor(sharedCredentials(config.token, config.accountIds)), sealer: null }
  }
  const sealer = createSealer(config.sessionSecrets[0] ?? '')
  return { ...live, door: requireSignIn(sealer), sealer }
}

const openDoor =
  (credentials: Credentials): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.set('credentials', credentials)
    await next()
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

import { Hono, type MiddlewareHandler } from 'hono'
import type { Config } from '#server/settings/config.ts'
import type { Hsts } from '#server/settings/config-extras.ts'
import { bracketed } from '#server/http/host-names.ts'
import { apiHandler } from './proxy/api-handler.ts'
import { type Audit, createAudit } from './proxy/audit.ts'
import type { AppEnv } from './proxy/app-env.ts'
import { identifyClient } from './proxy/client.ts'
import { clientAddressHandler } from './proxy/client-address-handler.ts'
import { type EndedSessions, rememberInMemory } from './proxy/ended-sessions.ts'
import { failure } from './proxy/envelope.ts'
import { guard } from './proxy/guard.ts'
import { mistake } from './proxy/mistake.ts'
import { type Log, requestLog } from './proxy/request-log.ts'
import { requireAccess } from './proxy/access.ts'
import { createAttempts } from './proxy/attempts.ts'
import { type Credentials, NO_CREDENTIALS, sharedCredentials } from './proxy/credentials.ts'
import { requireSignIn } from './proxy/require-sign-in.ts'
import { createSealer, LIFETIMES, type Lifetimes } from './proxy/session-cookie.ts'
import { signInHandler } from './proxy/sign-in-handler.ts'
import { signOutHandler } from './proxy/sign-out-handler.ts'
import { requireThisMachine } from './proxy/this-machine.ts'
import { VERSION } from './proxy/version.ts'
import { sessionHandler } from './proxy/session-handler.ts'
import { tokenPagesHandler } from './proxy/token-pages-handler.ts'
import { createUpstream, type Fetch, type Upstream } from './proxy/upstream.ts'
import { verifyHandler } from './proxy/verify-handler.ts'
import { hstsHeader } from './static/hsts.ts'
import { createSandbox } from './sandbox/sandbox.ts'

export type AppOptions = {
  config: Config
  /** Reaches the API in live mode. Defaults to the platform's own; tests pass another. */
  fetch?: Fetch
  /** Replaces the API in sandbox mode. Created here unless a test passes another. */
  sandbox?: { fetch: Fetch; control: Hono; token: string }
  log?: Log
  /** Whether the last log line was written. If not, no change is passed on. */
  isLogged?: () => Promise<boolean>
  /** The log of writes. Node passes its own, to report pending writes when the process ends. */
  audit?: Audit
  /** The store of ended sessions, and the session lifetimes it allows. */
  sessions?: { ended: EndedSessions; lifetimes: Lifetimes }
  /** Time limit for a whole answer of the API. */
  timeoutMs?: number
}

const TIMEOUT_MS = 30_000
/** A token is too long to guess. The limits bound how many calls this server can be made to send. */
const SIGN_IN_LIMITS = { perClient: 10, perAccount: 100, perClientOnTarget: 3, perSharedAddress: 100 }
const VERIFY_LIMITS = { perClient: 30, perAccount: 300, perClientOnTarget: 3, perSharedAddress: 300 }

/** Everything under `/api`, on web standards alone: the same app runs on Node, in Vite and on Workers. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { config, log = () => {}, isLogged = () => Promise.resolve(true), timeoutMs = TIMEOUT_MS } = options
  const { baseUrl, fetch, control, credential } = backendOf(options)
  const upstream = createUpstream({ baseUrl, fetch, timeoutMs })
  const isReadOnly = config.readOnly === true

  const app = new Hono<AppEnv>()
  app.get('/healthz', (c) => c.json({ status: 'ok', version: VERSION }, 200, { 'cache-control': 'no-store' }))
  app.use('/api/*', identifyClient(config), requestLog(log), privateAnswers(config.hsts), guard(config))
  if (config.access) app.use('/api/*', requireAccess(config.access, log))
  else if (config.mode === 'live') app.use('/api/*', requireThisMachine)

  const authenticate =
    config.mode === 'sign-in' ? addSignIn(app, config, { ...options, upstream, log }) : withCredentials(credential)
  for (const path of ['/api/v4/*', '/api/tokens', '/api/session', '/api/client-address', '/api/verify'])
    app.use(path, authenticate)
  app.all('/api/v4/*', apiHandler({ upstream, isReadOnly, audit: options.audit ?? createAudit(log), isLogged }))
  app.all('/api/tokens', tokenPagesHandler({ upstream, log }))
  app.get('/api/session', sessionHandler({ mode: config.mode, upstream, isReadOnly }))
  app.all('/api/session', only('GET'))
  app.get('/api/client-address', clientAddressHandler)
  app.all('/api/client-address', only('GET'))
  app.post('/api/verify', verifyHandler({ upstream, attempts: createAttempts(VERIFY_LIMITS) }))
  app.all('/api/verify', only('POST'))
  if (control) {
    app.use('/api/sandbox/*', (c, next) => {
      c.set('template', '/api/sandbox/*')
      return next()
    })
    app.route('/api/sandbox', control)
  }
  app.notFound(() => failure(404, 'There is nothing at this address.'))
  app.onError(mistake(log))
  return app
}

type Backend = {
  baseUrl: string
  fetch: Fetch
  control: Hono | null
  /** The credentials of requests that carry no session. */
  credential: Credentials
}

function backendOf({ config, fetch: ownFetch, sandbox }: AppOptions): Backend {
  if (config.mode === 'sandbox') {
    const { token, ...own } = sandbox ?? ownSandbox(config.latencyMs)
    // Never resolved: the sandbox runs in this process.
    const baseUrl = 'http://sandbox.invalid/client/v4'
    return { baseUrl, ...own, credential: sharedCredentials(token, []) }
  }
  const live = { baseUrl: config.upstream, fetch: ownFetch ?? ((request: Request) => fetch(request)), control: null }
  if (config.mode === 'sign-in') return { ...live, credential: NO_CREDENTIALS }
  return { ...live, credential: sharedCredentials(config.token, config.accountIds) }
}

const withCredentials =
  (credentials: Credentials): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.set('credentials', credentials)
    await next()
  }

type SignInConfig = Extract<Config, { mode: 'sign-in' }>

/** Adds the sign-in and sign-out routes. Returns the middleware that requires a session. */
function addSignIn(
  app: Hono<AppEnv>,
  { sessionSecrets, accountIds, publicOrigin, host, port }: SignInConfig,
  { sessions, upstream, log }: Pick<AppOptions, 'sessions'> & { upstream: Upstream; log: Log },
): MiddlewareHandler<AppEnv> {
  const lifetimes = sessions?.lifetimes ?? LIFETIMES
  const ended = sessions?.ended ?? rememberInMemory(lifetimes.absoluteMs)
  const audience = publicOrigin ?? `http://${bracketed(host)}:${port}`
  const sealer = createSealer({ secrets: sessionSecrets, audience, lifetimes })
  const attempts = createAttempts(SIGN_IN_LIMITS)
  app.post('/api/sign-in', signInHandler({ upstream, sealer, ended, attempts, accountIds, log }))
  app.post('/api/sign-out', signOutHandler({ sealer, ended, log }))
  app.all('/api/sign-in', only('POST'))
  app.all('/api/sign-out', only('POST'))
  return requireSignIn({ sealer, ended, accountIds })
}

function ownSandbox(latencyMs: number) {
  const token = randomToken()
  const { fetch, control } = createSandbox({ token, latencyMs })
  return { fetch, control, token }
}

/** A random token in the format of an account token, for this process only. */
export const randomToken = () => `cfat_${(crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 48)}`

const privateAnswers =
  (hsts: Hsts | undefined): MiddlewareHandler =>
  async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
    if (hsts) c.header('strict-transport-security', hstsHeader(hsts))
  }

const only = (method: string) => () => failure(405, `This address supports only ${method}.`, { allow: method })

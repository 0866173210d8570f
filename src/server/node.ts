import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { type Config, type Listening, readConfig, readSandboxConfig } from '#server/settings/config.ts'
import { ConfigError } from '#server/settings/config-error.ts'
import { bracketed } from '#server/http/host-names.ts'
import { createApp, randomToken } from './app.ts'
import { banner } from './banner.ts'
import { compressParts } from './compress-parts.ts'
import { createHttpServer, type NodeFetch } from './http-server.ts'
import { createOutput, writerOf } from './node-output.ts'
import type { AppEnv } from './proxy/app-env.ts'
import { createAudit } from './proxy/audit.ts'
import { failure } from './proxy/envelope.ts'
import { readFile } from './read-file.ts'
import { DroppedConnection } from './sandbox/dropped-connection.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { DEFAULT_ACCOUNT_ID } from './sandbox/seed.ts'
import { mistake } from './proxy/mistake.ts'
import { createSite } from './static/site.ts'

/** How long pending reads may take after a signal to stop. */
const GRACE_MS = 5_000
/** Writes are answered within 30 seconds, or their outcome is unknown. */
const WRITE_GRACE_MS = 35_000
/** Time for the answer to a write to reach the client. */
const LAST_ANSWER_MS = 1_000
const IDLE_CHECK_MS = 100

/** The built app. This file is built into the folder beside it. */
const CLIENT = fileURLToPath(new URL('../client', import.meta.url))

const { print, isWritten } = createOutput([writerOf(process.stdout), writerOf(process.stderr)])
/** Every pending write, for the end of the process. */
const audit = createAudit(print)

/** Ends the process with one line that says why. */
function refuseToStart(reason: string): never {
  process.stderr.write(`Token Desk cannot start: ${reason}\n`)
  process.exit(1)
}

function start() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const [command, ...rest] = process.argv.slice(2)
  if (command === undefined) serveApp(readConfig(process.env, readFile))
  else if (command === 'sandbox' && rest.length === 0) serveSandbox()
  else
    throw new ConfigError(
      `"${command}" is not a command. Use none for the app, or "sandbox" for the API emulator alone.`,
    )
}

function serveApp(config: Config) {
  if (!existsSync(`${CLIENT}/index.html`))
    throw new ConfigError('the app is not built (no dist/client). Run npm run build.')
  const app = new Hono<AppEnv>()
  app.onError(mistake(print))
  const api = createApp({ config, log: print, isLogged: isWritten, audit })
  // Only answers to writes contain a secret. They are not compressed, so that their length reveals nothing about it.
  app.get('*', compress({ encoding: 'gzip' }), compressParts)
  app.all('/api/*', (c) => api.fetch(c.req.raw, c.env))
  app.get('/healthz', (c) => api.fetch(c.req.raw, c.env))
  const html = readFileSync(`${CLIENT}/index.html`, 'utf8')
  const files = serveStatic({ root: CLIENT, precompressed: true })
  app.route('/', createSite({ files, page: () => Promise.resolve(html), hsts: config.hsts }))
  listen(
    config,
    (request, bindings) => app.fetch(request, bindings),
    (origin) => print(banner(config, origin).join('\n')),
  )
}

/** The API emulator alone, for curl, the SDKs or Terraform. */
function serveSandbox() {
  const config = readSandboxConfig(process.env, readFile)
  const token = config.token ?? randomToken()
  const sandbox = createSandbox({ token, latencyMs: config.latencyMs })
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.all('/client/v4/*', async (c) => {
    try {
      return await sandbox.fetch(c.req.raw)
    } catch (error) {
      if (!(error instanceof DroppedConnection)) throw error
      c.env.outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
  })
  app.route('/api/sandbox', sandbox.control)
  app.notFound(() => failure(404, 'There is nothing at this address. The API is at /client/v4.'))
  listen(
    config,
    (request, bindings) => app.fetch(request, bindings),
    (origin) => {
      // The operator already knows a token from the environment.
      const shown = config.token === null ? token : '$SANDBOX_TOKEN'
      print(`\n  Token Desk sandbox  ${origin}/client/v4\n`)
      if (config.token === null) print(`  Token    ${token}`)
      print(`  Account  ${DEFAULT_ACCOUNT_ID} (Northwind Traders)`)
      print(`  Try      curl ${origin}/client/v4/accounts -H "Authorization: Bearer ${shown}"`)
      print('  Stop     Ctrl+C; data are reset on restart\n')
    },
  )
}

function listen({ host, port }: Listening, fetch: NodeFetch, onReady: (origin: string) => void) {
  const server = createHttpServer(fetch, print)
  server.once('error', (error: NodeJS.ErrnoException) => refuseToStart(listenProblem(error, { host, port })))
  server.listen(port, host.replaceAll(/[[\]]/g, ''), () => onReady(`http://${bracketed(host)}:${port}`))
  stopOnSignal(server)
}

function listenProblem({ code }: NodeJS.ErrnoException, { host, port }: Listening): string {
  if (code === 'EADDRINUSE') return `port ${port} is in use. Stop the program that uses it, or set another PORT.`
  if (code === 'EACCES') return `port ${port} needs more privileges. Set a PORT above 1023.`
  return `it cannot listen on HOST ${host} (${code ?? 'unknown'}). Use HOST=127.0.0.1.`
}

/** Lets pending requests finish, so that a write gets its answer. A second signal does not wait. */
function stopOnSignal(server: Server) {
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    // The client may be gone, but its write is still completed.
    server.close(() => void audit.idle().then(() => process.exit(0)))
    // Browsers keep idle connections open.
    setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS).unref()
    const closeAll = () => setTimeout(() => server.closeAllConnections(), LAST_ANSWER_MS).unref()
    setTimeout(() => void audit.idle().then(closeAll), GRACE_MS).unref()
    setTimeout(() => process.exit(1), WRITE_GRACE_MS).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const) process.on(signal, stop)
  // By default, Node opens the debugger on this signal, which exposes everything in memory.
  process.on('SIGUSR1', () => {})
  process.on('exit', () => audit.abandon())
  process.on('uncaughtException', (error) => {
    mistake(print)(error)
    process.exit(1)
  })
}

try {
  start()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  refuseToStart(error.message)
}

import { type AppOptions, createApp } from '#server/app.ts'
import type { Config } from '#server/config.ts'

/** The part of `@hono/node-server`'s `serve` that is needed. Tests bring it along, as this file knows no Node. */
type Serve = (
  options: {
    fetch: (request: Request, bindings: object) => Response | Promise<Response>
    port: number
    hostname: string
    overrideGlobalObjects: boolean
  },
  onReady: (info: { port: number }) => void,
) => { close(): unknown }

/** One request as it arrived at the fake API. */
type Seen = { method: string; target: string; headers: Record<string, string>; body: string }

type Answer = (request: Request) => Response | Promise<Response>

type Settings = Partial<Extract<Config, { mode: 'live' }>> | Partial<Extract<Config, { mode: 'sign-in' }>>

export const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
export const OTHER_ACCOUNT = 'a'.repeat(32)
export const TOKEN = 'ed17574386854bf78a67040be0a770b0'
export const SECRET = 'cfat_OwnCredential0123456789abcdefghijABCDEFGHIJ'

/** What our own page's writes look like. */
export const WRITE_HEADERS = { 'content-type': 'application/json', 'x-token-desk': '1' }

export const ok = (result: unknown, headers: Record<string, string> = {}) =>
  Response.json({ success: true, errors: [], messages: [], result }, { headers })

export const refused = (status: number, code: number, message: string) =>
  Response.json({ success: false, errors: [{ code, message }], messages: [], result: null }, { status })

/** The app in live mode and a fake API that records what reaches it, both over real HTTP. */
export async function startRig(
  serve: Serve,
  settings: Settings = {},
  timeoutMs = 5_000,
  more: Pick<AppOptions, 'isLogged' | 'sessions'> = {},
) {
  const seen: Seen[] = []
  const lines: string[] = []
  const arrangement: { answer: Answer } = { answer: () => ok([]) }

  const api = await listen(serve, async (request) => {
    const url = new URL(request.url)
    const headers = Object.fromEntries(request.headers)
    const body = await request.clone().text()
    seen.push({ method: request.method, target: url.pathname + url.search, headers, body })
    return arrangement.answer(request)
  })

  const later: { fetch?: (request: Request, bindings: object) => Response | Promise<Response> } = {}
  const own = await listen(serve, (request, bindings) => later.fetch?.(request, bindings) ?? new Response(null))
  const config: Config = {
    mode: 'live',
    upstream: `http://127.0.0.1:${api.port}/client/v4`,
    token: SECRET,
    accountIds: [],
    host: '127.0.0.1',
    // Known only now, and part of which hosts are allowed.
    port: own.port,
    ...settings,
    // A mode comes with the settings that belong to it.
  } as Config
  const app = createApp({ config, timeoutMs, log: (line) => lines.push(line), ...more })
  later.fetch = (request, bindings) => app.fetch(request, bindings)

  const origin = `http://127.0.0.1:${own.port}`
  return {
    seen,
    lines,
    origin,
    port: own.port,
    call: (path: string, init?: RequestInit) => fetch(`${origin}${path}`, init),
    /** Sets what the API answers from now on, and forgets what it has seen. */
    answerWith(answer: Answer) {
      arrangement.answer = answer
      seen.length = 0
      lines.length = 0
    },
    close() {
      own.close()
      api.close()
    },
  }
}

export type Rig = Awaited<ReturnType<typeof startRig>>

/** The first error of an answer in the API's envelope. */
export async function firstError(answer: Response): Promise<{ code: number; message: string } | undefined> {
  // Every failure of the proxy has this form; where it has not, the tests fail on it.
  const envelope = (await answer.json()) as { success: boolean; errors: { code: number; message: string }[] }
  return envelope.success ? undefined : envelope.errors[0]
}

function listen(
  serve: Serve,
  fetch: (request: Request, bindings: object) => Response | Promise<Response>,
): Promise<{ port: number; close(): unknown }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }, ({ port }) =>
      resolve({ port, close: () => server.close() }),
    )
  })
}

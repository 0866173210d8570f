import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server'
import { type AppOptions, createApp } from '#server/app.ts'
import type { Config } from '#server/settings/config.ts'

/** One request as received by the fake API. */
type Seen = { method: string; target: string; headers: Record<string, string>; body: string }

type Answer = (request: Request) => Response | Promise<Response>

type Settings = Partial<Extract<Config, { mode: 'live' }>> | Partial<Extract<Config, { mode: 'sign-in' }>>

export const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
export const OTHER_ACCOUNT = 'a'.repeat(32)
export const TOKEN = 'ed17574386854bf78a67040be0a770b0'
export const SECRET = 'cfat_OwnCredential0123456789abcdefghijABCDEFGHIJ'

/** The headers of our own page's writes. */
export const WRITE_HEADERS = { 'content-type': 'application/json', 'x-token-desk': '1' }

export const ok = (result: unknown, headers: Record<string, string> = {}) =>
  Response.json({ success: true, errors: [], messages: [], result }, { headers })

export const refused = (status: number, code: number, message: string) =>
  Response.json({ success: false, errors: [{ code, message }], messages: [], result: null }, { status })

/** The app in live mode and a fake API that records its requests, both over real HTTP. */
export async function startRig(
  settings: Settings = {},
  timeoutMs = 5_000,
  more: Pick<AppOptions, 'isLogged' | 'sessions'> = {},
) {
  const seen: Seen[] = []
  const lines: string[] = []
  const arrangement: { answer: Answer } = { answer: () => ok([]) }
  let left = 0

  const api = await listen(async (request) => {
    const url = new URL(request.url)
    const headers = Object.fromEntries(request.headers)
    const body = await request.clone().text()
    seen.push({ method: request.method, target: url.pathname + url.search, headers, body })
    return arrangement.answer(request)
  })

  const later: { fetch?: (request: Request, bindings: HttpBindings | Http2Bindings) => Response | Promise<Response> } =
    {}
  const own = await listen((request, bindings) => {
    const { outgoing } = bindings
    outgoing.once('close', () => (left += outgoing.writableFinished ? 0 : 1))
    return later.fetch?.(request, bindings) ?? new Response(null)
  })
  const config: Config = {
    mode: 'live',
    upstream: `http://127.0.0.1:${api.port}/client/v4`,
    token: SECRET,
    accountIds: [],
    host: '127.0.0.1',
    // Only known now; it is part of the allowed hosts.
    port: own.port,
    ...settings,
    // The settings match the mode.
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
    /** How many clients were seen to leave before their answer. */
    left: () => left,
    /** Sets the next answers of the API, and clears the recorded requests. */
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
  // Every failure of the proxy has this shape; otherwise the test fails here.
  const envelope = (await answer.json()) as { success: boolean; errors: { code: number; message: string }[] }
  return envelope.success ? undefined : envelope.errors[0]
}

function listen(
  fetch: (request: Request, bindings: HttpBindings | Http2Bindings) => Response | Promise<Response>,
): Promise<{ port: number; close(): unknown }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }, ({ port }) =>
      resolve({ port, close: () => server.close() }),
    )
  })
}

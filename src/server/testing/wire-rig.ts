import { createServer, Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { createApp } from '#server/app.ts'
import { createHttpServer } from '#server/http-server.ts'

/** The credential of the server under test. */
export const CREDENTIAL = 'cfat_OwnCredential0123456789abcdefghijABCDEFGHIJ'

export const OK = JSON.stringify({ success: true, errors: [], messages: [], result: [] })

export const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    // The address of a TCP server is an object.
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

/** The app in front of an API that only counts requests, both on real sockets, with short limits. */
export async function startWireRig() {
  const rig = {
    port: 0,
    seen: [] as { url: string; headers: Record<string, string | string[] | undefined> }[],
    lines: [] as string[],
    answer: answerOk,
    own: new Server(),
    reset,
    send,
    stop,
  }
  const api = createServer((incoming, outgoing) => {
    rig.seen.push({ url: incoming.url ?? '', headers: incoming.headers })
    incoming.resume()
    rig.answer(outgoing)
  })
  const apiPort = await listening(api)
  const log = (line: string) => void rig.lines.push(line)
  const later: { fetch?: Parameters<typeof createHttpServer>[0] } = {}
  rig.own = createHttpServer((request, bindings) => later.fetch?.(request, bindings) ?? new Response(null), log, {
    headersTimeoutMs: 400,
    requestTimeoutMs: 800,
    checkEveryMs: 100,
    silenceMs: 300,
    answerMs: 8_000,
    idleMs: 5_000,
  })
  rig.port = await listening(rig.own)
  const app = createApp({
    config: {
      mode: 'live',
      host: '127.0.0.1',
      port: rig.port,
      upstream: `http://127.0.0.1:${apiPort}/client/v4`,
      token: CREDENTIAL,
      accountIds: [],
    },
    // A busy machine takes seconds to read more of an answer than is allowed.
    timeoutMs: 6_000,
    log,
  })
  later.fetch = (request, bindings) => app.fetch(request, bindings)
  return rig

  function reset() {
    rig.seen = []
    rig.lines = []
    rig.answer = answerOk
  }

  /** Sends raw bytes and reads until the server closes the connection. */
  function send(text: string): Promise<string> {
    return new Promise((resolve) => {
      const chunks: Buffer[] = []
      const socket = connect(rig.port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')))
      socket.on('data', (chunk) => chunks.push(chunk))
      socket.on('error', () => {})
      socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
    })
  }

  function stop() {
    for (const server of [api, rig.own]) {
      server.closeAllConnections()
      server.close()
    }
  }
}

type Answer = (outgoing: ServerResponse) => unknown

const answerOk: Answer = (outgoing) => outgoing.setHeader('content-type', 'application/json').end(OK)

export type WireRig = Awaited<ReturnType<typeof startWireRig>>

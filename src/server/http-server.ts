import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { failure } from './proxy/envelope.ts'
import { listenerFailure } from './proxy/listener-failure.ts'
import { type Log, logLine } from './proxy/request-log.ts'

export type NodeFetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

type Limits = { headersTimeoutMs: number; requestTimeoutMs: number; checkEveryMs: number; silenceMs: number }

/** Somebody who sends a head or a body drop by drop, or never reads an answer, holds no connection for long. */
const LIMITS: Limits = { headersTimeoutMs: 10_000, requestTimeoutMs: 30_000, checkEveryMs: 5_000, silenceMs: 15_000 }
const MAX_HEADER_BYTES = 16 * 1024
const MAX_HEADERS = 100

/** An HTTP/1.1 server around a fetch handler. What Node cannot read as a request is refused in the envelope as well. */
export function createHttpServer(fetch: NodeFetch, log: Log = () => {}, limits: Limits = LIMITS): Server {
  // Node is the only one to call it, always with its own HTTP/1 objects.
  const listener = getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    errorHandler: listenerFailure,
  })
  const refuse = refusing(log)
  const answering = new WeakSet<Socket>()
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: MAX_HEADER_BYTES,
      // Two readings of one request are how requests are smuggled.
      insecureHTTPParser: false,
      // Refused by the listener, in the envelope; Node would refuse it in words of its own.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      const fault = faultOf(incoming)
      if (fault !== null) return void refuse({ code: fault }, incoming.socket)
      answering.add(incoming.socket)
      outgoing.once('close', () => answering.delete(incoming.socket))
      return void listener(incoming, outgoing)
    },
  )
  // Node would leave out what is beyond its own limit; none may be overlooked, so they are counted here.
  server.maxHeadersCount = 0
  server.timeout = limits.silenceMs
  server.on('timeout', (socket: Socket) => {
    // An answer that is not there yet is waited for; one that nobody takes is not.
    if (!answering.has(socket) || socket.writableLength > 0) socket.destroy()
  })
  // Node would answer these in words of its own, or not at all.
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => void refuse(error, socket))
  server.on('connect', (_, socket: Socket) => void refuse({ code: 'CONNECT' }, socket))
  server.on('upgrade', (_, socket: Socket) => void refuse({ code: 'UPGRADE' }, socket))
  return server
}

/** What makes a request none of ours, before anybody takes it apart. */
function faultOf({ rawHeaders, headers }: IncomingMessage): string | null {
  if (rawHeaders.length > 2 * MAX_HEADERS) return 'HEADERS'
  return headers.host === undefined || URL.canParse(`http://${headers.host}`) ? null : 'HOST'
}

const STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HEADERS: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  CONNECT: 405,
}

const refusing =
  (log: Log) =>
  async ({ code = '' }: { code?: string | undefined }, socket: Socket): Promise<void> => {
    if (!socket.writable || code === 'ECONNRESET') {
      socket.destroy()
      return
    }
    const status = STATUS[code] ?? 400
    log(
      logLine('refused', {
        status,
        kind: /^[A-Z][A-Z_]{2,60}$/.test(code) ? code : null,
        client: socket.remoteAddress,
      }),
    )
    const body = await failure(status, 'This is not a valid request.').text()
    const head = [
      `HTTP/1.1 ${status} Refused`,
      'Content-Type: application/json',
      'Cache-Control: no-store',
      'Connection: close',
      `Content-Length: ${body.length}`,
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  }

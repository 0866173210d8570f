import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { failure } from './proxy/envelope.ts'
import { listenerFailure } from './proxy/listener-failure.ts'

export type NodeFetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

type Limits = { headersTimeoutMs: number; requestTimeoutMs: number; checkEveryMs: number }

/** Somebody who sends a head or a body drop by drop holds no connection for long. */
const LIMITS: Limits = { headersTimeoutMs: 10_000, requestTimeoutMs: 30_000, checkEveryMs: 5_000 }
const MAX_HEADER_BYTES = 16 * 1024
const MAX_HEADERS = 100

/** An HTTP/1.1 server around a fetch handler. What Node cannot read as a request is refused in the envelope as well. */
export function createHttpServer(fetch: NodeFetch, limits: Limits = LIMITS): Server {
  // Node is the only one to call it, always with its own HTTP/1 objects.
  const listener = getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    errorHandler: listenerFailure,
  })
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
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  server.maxHeadersCount = MAX_HEADERS
  // Node would answer these in words of its own, or not at all.
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => void refuse(error, socket))
  server.on('connect', (_, socket: Socket) => void refuse({ code: 'CONNECT' }, socket))
  server.on('upgrade', (_, socket: Socket) => void refuse({ code: 'UPGRADE' }, socket))
  return server
}

const STATUS: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408, CONNECT: 405 }

async function refuse({ code = '' }: { code?: string | undefined }, socket: Socket): Promise<void> {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = STATUS[code] ?? 400
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

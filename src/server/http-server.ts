import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { failureBody } from './proxy/envelope.ts'
import { listenerFailure } from './proxy/mistake.ts'
import { type Log, logLine } from './proxy/request-log.ts'

export type NodeFetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

type Limits = {
  headersTimeoutMs: number
  requestTimeoutMs: number
  checkEveryMs: number
  /** Time a client may take no byte of an answer. */
  silenceMs: number
  /** Time for a whole answer, including the wait for the API. */
  answerMs: number
  /**
   * Time a connection stays open without a request: longer than a proxy keeps it, which is two minutes in Caddy. A write
   * that is sent at the moment the server closes its connection fails, and nobody knows whether it took effect.
   */
  idleMs: number
}

/** A client that sends slowly, or never reads an answer, must not hold a connection for long. */
const LIMITS: Limits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  checkEveryMs: 5_000,
  silenceMs: 15_000,
  answerMs: 120_000,
  idleMs: 125_000,
}
const MAX_HEADER_BYTES = 16 * 1024
const MAX_HEADERS = 100

/** An HTTP/1.1 server around a fetch handler. Requests that Node cannot parse also get an answer in the envelope. */
export function createHttpServer(fetch: NodeFetch, log: Log = () => {}, limits: Limits = LIMITS): Server {
  // Only Node calls it, always with its own HTTP/1 objects.
  const listener = getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    overrideGlobalObjects: false,
    errorHandler: listenerFailure(log),
  })
  /** The requests of a connection that are not fully answered. */
  const underWay = new WeakMap<Socket, Set<IncomingMessage>>()
  const requestsOf = (socket: Socket) => [...(underWay.get(socket) ?? [])]
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      keepAliveTimeout: limits.idleMs,
      maxHeaderSize: MAX_HEADER_BYTES,
      // Request smuggling relies on two parsers that read one request differently.
      insecureHTTPParser: false,
      // The listener refuses it, in the envelope; Node would answer in another format.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      const { socket } = incoming
      const requests = underWay.get(socket) ?? new Set()
      underWay.set(socket, requests.add(incoming))
      const timer = setTimeout(() => socket.destroy(), limits.answerMs)
      outgoing.once('close', () => {
        clearTimeout(timer)
        requests.delete(incoming)
      })
      const fault = faultOf(incoming)
      if (fault === null) return void listener(incoming, outgoing)
      const { status, headers, body } = refusalOf(fault, socket)
      return void outgoing.writeHead(status, headers).end(body)
    },
  )
  // Node drops headers above its own limit. None may be overlooked, so they are counted here.
  server.maxHeadersCount = 0
  server.timeout = limits.silenceMs
  server.on('timeout', (socket: Socket) => {
    // Keep the socket while the API has not answered; close it when the client does not read.
    if (requestsOf(socket).length === 0 || socket.writableLength > 0) socket.destroy()
  })
  const refuse = (code: string, socket: Socket) => {
    // Node removes its listeners from sockets it hands over; an unhandled error would end the process.
    socket.on('error', () => socket.destroy())
    // Answers go out in order: while an earlier request is pending, this answer would be taken for its answer.
    const isFirst = requestsOf(socket).every((request, index) => index === 0 && !request.complete)
    if (!socket.writable || code === 'ECONNRESET' || !isFirst) return void socket.destroy()
    const { status, headers, body } = refusalOf(code, socket)
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end(`HTTP/1.1 ${status} Refused\r\n${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
    return socket.setTimeout(limits.silenceMs, () => socket.destroy())
  }
  // Node would answer these in another format, or not at all.
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket: Socket) => void refuse(code ?? '', socket))
  server.on('connect', (_, socket: Socket) => void refuse('CONNECT', socket))
  server.on('upgrade', (_, socket: Socket) => void refuse('UPGRADE', socket))
  return server

  function refusalOf(code: string, { remoteAddress }: Socket) {
    const status = STATUS[code] ?? 400
    log(logLine('refused', { status, kind: /^[A-Z][A-Z_]{2,60}$/.test(code) ? code : null, client: remoteAddress }))
    const body = JSON.stringify(failureBody(status, 'This is not a valid request.'))
    const headers = {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      Connection: 'close',
      'Content-Length': String(body.length),
    }
    return { status, headers, body }
  }
}

/** Why a request is refused before it is parsed any further. */
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

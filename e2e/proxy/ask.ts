import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { HOST } from './proxies.ts'

export type Question = {
  port: number
  path: string
  method?: string
  headers?: Record<string, string>
  /** Anything but a text is sent as JSON. */
  body?: unknown
  /** The loopback address of the client; all of 127.0.0.1 to 127.255.255.254 belong to this machine. */
  from?: string
  /** When set, the request uses TLS, and the certificate must be signed by it, for `HOST`. */
  ca?: string
}

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  /** Header names in lower case, repeated as often as they occurred. */
  names: string[]
  text: string
}

/** The headers of the app's own writes. */
const WRITE = { 'content-type': 'application/json', 'x-token-desk': '1' }

/** A request of a program to a proxy: `fetch` cannot set the Host header or the local address. */
export function ask({ port, path, ca, from, body, ...question }: Question): Promise<Answer> {
  const { method = body === undefined ? 'GET' : 'POST' } = question
  const headers = { host: `${HOST}:${port}`, ...(method !== 'GET' && WRITE), ...question.headers }
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method,
    headers,
    agent: false,
    ...(from !== undefined && { localAddress: from }),
  }
  return new Promise((resolve, reject) => {
    const sent = ca === undefined ? httpRequest(options) : httpsRequest({ ...options, ca, servername: HOST })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          names: answer.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()),
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.end(typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body))
  })
}

/** The first error of an answer in the API's envelope. */
export const errorOf = ({ text }: Answer) =>
  (JSON.parse(text) as { errors: { code: number; message: string }[] }).errors[0]

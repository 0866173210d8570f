import type { Context } from 'hono'
import type { Credentials } from './credentials.ts'

/** The client, as told by the connection and the trusted proxies. */
export type Client = {
  /** The IP address; empty when unknown. */
  address: string
  /** Whether several clients share the address, as behind one proxy. */
  isShared: boolean
  /** The host the browser asked for, according to a trusted proxy; otherwise `null`. */
  host: string | null
  protocol: string | null
}

/** What Hono carries with each request of the app. */
export type AppEnv = {
  /** Node passes the raw request; other platforms have none. */
  Bindings: {
    incoming?: {
      url?: string | undefined
      httpVersion?: string | undefined
      socket?: { remoteAddress?: string | undefined }
    }
  }
  Variables: {
    /** Groups the log lines of one request. */
    requestId?: string
    client?: Client
    /** The path for the log, with parameter names for ids. */
    template?: string
    credentials?: Credentials
    /** The user, as named by Access or by the token of their session. */
    who?: string
    /** The answer comes from the API, not from this server. */
    isForwarded?: boolean
  }
}

/** Set by the authentication middleware. Without it, no request may pass. */
export function credentialsOf(c: Context<AppEnv>): Credentials {
  const credentials = c.get('credentials')
  if (!credentials) throw new Error('A request was not authenticated.')
  return credentials
}

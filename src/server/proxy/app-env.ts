import type { Client } from './client.ts'
import type { Credentials } from './require-sign-in.ts'

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

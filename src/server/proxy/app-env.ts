import type { Client } from './client.ts'
import type { Credentials } from './credential.ts'

/** What the requests of the app carry through Hono. */
export type AppEnv = {
  /** Node hands over the request as it was sent; elsewhere there is none. */
  Bindings: {
    incoming?: {
      url?: string | undefined
      httpVersion?: string | undefined
      socket?: { remoteAddress?: string | undefined }
    }
  }
  Variables: {
    /** Tells the lines of one request from those of another. */
    requestId?: string
    client?: Client
    /** The path for the log, with names in the place of ids. */
    template?: string
    credentials?: Credentials
    /** Who asks, as Access or the token they brought says. */
    who?: string
    /** The answer is the API's own, not this server's. */
    isForwarded?: boolean
  }
}

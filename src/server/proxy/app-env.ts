/** What the requests of the app carry through Hono. */
export type AppEnv = {
  /** Node hands over the request as it was sent; elsewhere there is none. */
  Bindings: { incoming?: { url?: string | undefined } }
  Variables: {
    /** The path for the log, with names in the place of ids. */
    template?: string
  }
}

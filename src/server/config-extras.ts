/** Cloudflare Access in front of the app: whose assertions count, and for which application. */
export type AccessConfig = { teamDomain: string; audience: string }

/** What every mode can have on top. Absent means off. */
export type Extras = {
  /** The origin users open the app at, when something else (a TLS proxy, Access) stands before it. */
  publicOrigin?: string
  access?: AccessConfig
  /** Every write is refused here, whatever the credential may do. */
  readOnly?: true
  /** Addresses and CIDR ranges of the proxies whose word about a client counts. */
  trustedProxies?: readonly string[]
  /** Sent with every answer where users come over TLS. */
  hsts?: Hsts
}

/** Browsers keep to TLS for this long; with the flag for every name below this one as well. */
export type Hsts = { maxAgeSeconds: number; includeSubDomains: boolean }

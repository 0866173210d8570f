/** Cloudflare Access in front of the app: the team that signs, and the application. */
export type AccessConfig = { teamDomain: string; audience: string }

/** Optional in every mode. Absent means off. */
export type Extras = {
  /** The origin users open, when a TLS proxy or Access is in front. */
  publicOrigin?: string
  access?: AccessConfig
  /** Refuses every write, whatever the credential may do. */
  readOnly?: true
  /** Addresses and CIDR ranges of proxies whose forwarding headers are trusted. */
  trustedProxies?: readonly string[]
  /** Sent with every answer where users connect over TLS. */
  hsts?: Hsts
}

/** How long browsers insist on TLS, and whether for all subdomains too. */
export type Hsts = { maxAgeSeconds: number; includeSubDomains: boolean }

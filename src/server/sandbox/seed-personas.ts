import type { Account, StoredPolicy } from './types.ts'

type Resources = StoredPolicy['resources']

/** Typical tokens of a real account: a name, and the permission groups such a token has. */
export const PERSONAS: readonly [Persona, ...Persona[]] = [
  {
    name: 'ci-deploy-production',
    groups: [
      'e086da7e2179491d91ee5f35b3ca210a',
      'f7f0eda5697f475c90846e879bab8666',
      '05880cd1bdc24d8bae0be2136972816b',
      '28f4b596e7d643029c524985477ae49a',
    ],
  },
  { name: 'terraform-dns', groups: ['4755a26eedb94da69e1066d98aa820be', 'c8fed203ed3043cba015a93ad1616f1f'] },
  { name: 'grafana-analytics', groups: ['9c88f9c5bce24ce7af9a958ba9c504db'] },
  { name: 'r2-backup-nightly', groups: ['2efd5506f9c8494dacb1fa10a3e7d5b6'] },
  {
    name: 'contractor-q3',
    groups: [
      '3030687196b94b638145a3953da2b699',
      '82e64a83756745bbbb1c9c2701bf816b',
      'c8fed203ed3043cba015a93ad1616f1f',
    ],
  },
  { name: 'old-wordpress', groups: ['e17beae8b8cb423a99b1730f21238bed', 'c8fed203ed3043cba015a93ad1616f1f'] },
  { name: 'log-shipper', groups: ['c4a30cd58c5d42619c86a3c36c441e2d'] },
  { name: 'edge-config-sync', groups: ['2edbf20661fd4661b0fe10e9e12f485c'] },
  { name: 'images-uploader', groups: ['618ec6c64a3a42f8b08bdcb147ded4e4'] },
  { name: 'cert-manager', groups: ['4755a26eedb94da69e1066d98aa820be', 'c8fed203ed3043cba015a93ad1616f1f'] },
  { name: 'external-dns-k8s', groups: ['4755a26eedb94da69e1066d98aa820be', 'c8fed203ed3043cba015a93ad1616f1f'] },
  { name: 'pages-preview', groups: ['8d28297797f24fb8a0c332fe0866ec89'] },
  { name: 'waf-tuning', groups: ['fb6778dc191143babbfaa57993f1d275', '43137f8d07884d3198dc0ee77ca6e79b'] },
  { name: 'billing-report', groups: ['7cf72faf220841aabcfdfab81c43c4f6'] },
  { name: 'stream-ingest', groups: ['714f9c13a5684c2885a793f5edb36f59'] },
  { name: 'data-team-readonly', groups: ['6a018a9f2fc74eb6b293b0c548f38b39', 'b4992e1108244f5d8bfbd5744320c2e1'] },
  { name: 'queue-worker', groups: ['366f57075ffc42689627bcf8242a1b6d', '09b2857d1c31407795e75e3fed8617a1'] },
  { name: 'load-balancer-failover', groups: ['6d7f2f5f5b1d4a0e9081fdc98d432fd1'] },
]

/** What a policy of a token is made of. */
export type Part = Pick<StoredPolicy, 'permission_groups' | 'resources'> & { effect?: StoredPolicy['effect'] }

type Persona = { name: string; groups: readonly string[] }

const ACCOUNT = 'com.cloudflare.api.account.'

export const accountOf = (accountId: string): Resources => ({ [`${ACCOUNT}${accountId}`]: '*' })

export const allZones = (accountId: string): Resources => ({
  [`${ACCOUNT}${accountId}`]: { [`${ACCOUNT}zone.*`]: '*' },
})

export const allBuckets = (accountId: string): Resources => ({
  [`${ACCOUNT}${accountId}`]: { 'com.cloudflare.edge.r2.bucket.*': '*' },
})

/** One to four zones of the account, or all zones when it has none by name. */
export function zonesOf(account: Account, random: () => number): Resources {
  const chosen = someOf(account.zones, 1 + Math.floor(random() * 4), random)
  if (chosen.length === 0) return allZones(account.id)
  return Object.fromEntries(chosen.map(({ id }) => [`${ACCOUNT}zone.${id}`, '*']))
}

export function bucketsOf(account: Account, random: () => number): Resources {
  const chosen = someOf(account.buckets, 1 + Math.floor(random() * 3), random)
  if (chosen.length === 0) return allBuckets(account.id)
  return Object.fromEntries(
    chosen.map(({ jurisdiction, name }) => [
      `com.cloudflare.edge.r2.bucket.${account.id}_${jurisdiction}_${name}`,
      '*',
    ]),
  )
}

function someOf<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  if (items.length === 0) return []
  const start = Math.floor(random() * items.length)
  return Array.from({ length: Math.min(count, items.length) }, (_, at) => items[(start + at) % items.length]).filter(
    (item) => item !== undefined,
  )
}

/**
 * Ranges that belong to no company: those for benchmarks (RFC 2544, RFC 5180). The app warns about the ranges for
 * documentation, so few tokens have them.
 */
export const rangesOf = (site: number): [ipv4: string, ipv6: string] => [
  `198.18.${site % 256}.0/28`,
  `2001:2:0:${(site % 65_536).toString(16)}::/64`,
]

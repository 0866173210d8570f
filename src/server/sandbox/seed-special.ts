import { SCOPE, type CatalogueGroup } from './catalogue.ts'
import { accountOf, type Part, zonesOf } from './seed-personas.ts'
import type { Account, StoredPolicy } from './types.ts'
import { DAY } from './wire-time.ts'

type Special = { name: string; parts: (account: Account) => Part[] }

const ON_WORKERS = SCOPE.worker

/** Tokens that use what is new in the API. They replace the seeded tokens at these positions. */
const SPECIAL: Readonly<Record<number, Special>> = {
  24: {
    name: 'checkout-deploy',
    parts: (account) => [
      onWorkers(account, ['Individual Workers Editor'], ['checkout-api']),
      { permission_groups: named(account, ['Workers Metadata Read-Only']), resources: accountOf(account.id) },
    ],
  },
  45: {
    name: 'code-scanner',
    parts: (account) => [
      onWorkers(account, ['Individual Workers Content Read-Only'], ['auth-gateway', 'checkout-api', 'webhook-relay']),
    ],
  },
  66: {
    name: 'workers-inventory',
    parts: (account) => [
      onWorkers(account, ['Individual Workers Metadata Read-Only'], ['storefront', 'search-suggest']),
      { permission_groups: named(account, ['Workers CI Read']), resources: accountOf(account.id) },
    ],
  },
  87: {
    name: 'edge-team-admin',
    parts: (account) => [
      onWorkers(account, ['Individual Workers Admin'], ['geo-router', 'ab-test-router', 'image-resizer', 'price-feed']),
    ],
  },
  33: {
    name: 'redirect-rules-sync',
    parts: (account) => [
      {
        permission_groups: named(account, ['Page Rules Read', 'Page Rules Write']),
        resources: zonesOf(account, () => 0.6),
      },
    ],
  },
  52: {
    name: 'access-onboarding',
    parts: (account) => [
      {
        permission_groups: named(account, ['Access: Apps and Policies Write', 'Access: Groups Write']),
        resources: accountOf(account.id),
      },
    ],
  },
  71: {
    name: 'access-auditor',
    parts: (account) => [
      { permission_groups: named(account, ['Access: Apps and Policies Read']), resources: accountOf(account.id) },
    ],
  },
}

/** The special token for a position, if the account has all the resources it names. */
export function specialToken(account: Account, index: number): { name: string; parts: Part[] } | null {
  const special = SPECIAL[index]
  if (!special) return null
  const parts = special.parts(account)
  return isWhole(parts) ? { name: special.name, parts } : null
}

/** Whether the account has all that the policies name. */
export const isWhole = (parts: readonly Part[]): boolean =>
  parts.every(
    ({ permission_groups, resources }) =>
      permission_groups.length > 0 &&
      Object.keys(resources).length > 0 &&
      Object.values(resources).every((inner) => typeof inner === 'string' || Object.keys(inner).length > 0),
  )

/** Whether a token that uses what is new has this position. */
export const isSpecial = (index: number): boolean => index in SPECIAL

function onWorkers(account: Account, groups: readonly string[], names: readonly string[]): Part {
  const tags = account.workers.filter(({ name }) => names.includes(name)).map(({ tag }) => tag)
  const inside = Object.fromEntries(tags.map((tag) => [`${ON_WORKERS}.${tag}`, '*']))
  return {
    permission_groups: named(account, groups),
    resources: { [`${SCOPE.account}.${account.id}`]: inside },
  }
}

/**
 * References by name, because the IDs of the newest groups are invented. With two scopes, the account's comes first.
 */
function named({ catalogue }: Account, names: readonly string[]): StoredPolicy['permission_groups'] {
  return names
    .map((name) => catalogue.find((group) => group.name === name))
    .filter((group) => group !== undefined)
    .map(({ id, name, meta }) => ({ id, name, ...(meta && { meta }) }))
}

/** Groups with an announced end, and the days until then; `null` means no date. */
const ENDING = new Map<string, number | null>([
  ['b415b70a4fd1412886f164451f20405c', 150],
  ['ed07f6c337da4195b4e72a1fb2c6bcae', 150],
  ['7ea222f6d5064cfa89ea366d7c1fee89', 45],
  ['1e13c5124ca64b72b1969a67e8829049', 24],
  ['6c9d1cfcfc6840a987d1b5bfb880a841', null],
  // Cloudflare names its replacement, and no day.
  ['ad99c5ae555e45c4bef5bdf2678388ba', null],
])

/** The catalogue of an account, with announced ends added as texts (`docs/api-behaviour.md` §2.8). */
export const withEnds = (catalogue: readonly CatalogueGroup[], now: number): CatalogueGroup[] =>
  catalogue.map((group) => {
    const days = ENDING.get(group.id)
    if (days === undefined) return group
    const { category, description, name, scopes } = group
    const end = days === null ? null : `${new Date(now + days * DAY).toISOString().slice(0, 10)}T00:00:00Z`
    const meta = {
      category,
      deprecated: 'true',
      description,
      editable: 'true',
      ...(end && { eol_at: end }),
      label: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'),
      scopes: scopes.join(','),
      visibility: 'public',
    }
    return { ...group, meta }
  })

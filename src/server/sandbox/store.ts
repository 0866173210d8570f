import { catalogueOf, CATALOGUE } from './catalogue.ts'
import { oddAnswers } from './odd-tokens.ts'
import { digest } from './random.ts'
import { BUCKET_NAMES, LISTED_ACCOUNTS, ownTokenId, WORKER_NAMES, ZONE_NAMES, zoneId } from './seed.ts'
import { withEnds } from './seed-special.ts'
import { seedTokens, wireTime } from './seed-tokens.ts'
import type { Account, Ownership, Scenario } from './types.ts'
import { seedWorkers } from './workers.ts'

const DEFAULT_SCENARIO: Scenario = {
  tokens: 140,
  zones: ZONE_NAMES.length,
  buckets: BUCKET_NAMES.length,
  policiesPerToken: null,
  permissionGroups: CATALOGUE.length,
  quota: 500,
  rateLimit: 1200,
  ownPermissions: 'write',
  canListZones: true,
  canListBuckets: true,
  canListWorkers: true,
  canListAccounts: true,
  workers: WORKER_NAMES.length,
  secretDelaySeconds: 0,
  strictZoneGrants: false,
  extraGroups: [],
  odd: false,
}

export type Store = {
  /** The account, made on first touch. */
  account: (accountId: string) => Account
  /** Makes the account anew. */
  reset: (accountId: string, scenario: Partial<Scenario>) => Account
  /** Where a secret is known: the account and token it opens. */
  findSecret: (accountId: string, secret: string) => Promise<{ account: Account; tokenId: string } | null>
  ownerOf: Ownership
}

export function createStore(ownSecret: string, quota: number, now: () => number): Store {
  const accounts = new Map<string, Account>()
  const ownDigest = digest(ownSecret)

  const reset = (accountId: string, scenario: Partial<Scenario>) => {
    const account = createAccount(accountId, { ...DEFAULT_SCENARIO, quota, ...scenario }, now())
    accounts.set(accountId, account)
    return account
  }
  const account = (accountId: string) => accounts.get(accountId) ?? reset(accountId, {})

  return {
    account,
    reset,
    findSecret: async (accountId, secret) => {
      const hash = await digest(secret)
      const here = account(accountId)
      // The sandbox's own bearer opens each account's own token, until that is rolled or deleted.
      if (hash === (await ownDigest) && here.secrets.get('own') !== undefined) {
        return { account: here, tokenId: ownTokenId(accountId) }
      }
      const tokenId = isReady(here, hash, now()) ? here.secrets.get(hash) : undefined
      if (tokenId !== undefined) return { account: here, tokenId }
      for (const other of accounts.values()) {
        const foreign = isReady(other, hash, now()) ? other.secrets.get(hash) : undefined
        if (foreign !== undefined) return { account: other, tokenId: foreign }
      }
      return null
    },
    ownerOf: (kind, id) => {
      // The listed accounts are there before anybody asks for them.
      for (const listed of LISTED_ACCOUNTS) account(listed.id)
      for (const { id: owner, zones, workers } of accounts.values()) {
        if (kind === 'zone' ? zones.some((zone) => zone.id === id) : workers.some(({ tag }) => tag === id)) return owner
      }
      return null
    },
  }
}

const isReady = (account: Account, hash: string, now: number) => now >= (account.notYet.get(hash) ?? 0)

function createAccount(id: string, scenario: Scenario, now: number): Account {
  const account: Account = {
    id,
    tokens: new Map(),
    secrets: new Map([['own', ownTokenId(id)]]),
    notYet: new Map(),
    zones: zonesOf(id, scenario.zones),
    buckets: bucketsOf(scenario.buckets, now),
    workers: seedWorkers(id, scenario.workers, now),
    catalogue: [...withEnds(catalogueOf(scenario.permissionGroups), now), ...scenario.extraGroups],
    scenario,
    odd: new Map(),
    held: new Map(),
    requests: [],
    windows: new Map(),
    badAttempts: 0,
  }
  for (const token of seedTokens(account, now)) account.tokens.set(token.id, token)
  if (scenario.odd) account.odd = oddAnswers(account)
  return account
}

function zonesOf(accountId: string, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const name = ZONE_NAMES[index] ?? `zone-${String(index).padStart(4, '0')}.example`
    return { id: zoneId(accountId, name), name }
  })
}

function bucketsOf(count: number, now: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: BUCKET_NAMES[index] ?? `bucket-${index}`,
    jurisdiction: index % 4 === 2 ? 'eu' : 'default',
    creation_date: wireTime(now - (index + 1) * 40 * 86_400_000),
  }))
}

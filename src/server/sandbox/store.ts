import { catalogueOf, CATALOGUE } from './catalogue.ts'
import { oddAnswers } from './odd-tokens.ts'
import { digest } from './random.ts'
import { createRoom } from './room.ts'
import { BUCKET_NAMES, CALM_ACCOUNT_ID, LISTED_ACCOUNTS, ownTokenId, WORKER_NAMES, ZONE_NAMES, zoneId } from './seed.ts'
import { withEnds } from './seed-special.ts'
import { seedTokens } from './seed-tokens.ts'
import { seedWorkers } from './seed-workers.ts'
import { createShelf, type Shelf } from './shelf.ts'
import type { Account, Ownership, Scenario } from './types.ts'
import { wireTime } from './wire-time.ts'

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

/** The app only reads here. The number is that of all tokens, so the company's are left out. */
const CALM_SCENARIO = {
  tokens: 20,
  zones: 4,
  buckets: 2,
  workers: 3,
  ownPermissions: 'read',
} satisfies Partial<Scenario>

export type Store = {
  /** Returns the account, created on first use: for accepted callers and for the control. */
  account: (accountId: string) => Account
  /** Returns the account if it exists. */
  peek: Shelf['peek']
  /** Keeps an account until the work is done. */
  during: Shelf['during']
  /** Creates the account anew. */
  reset: (accountId: string, scenario: Partial<Scenario>) => Account
  /** The account and token of a secret. An unknown secret creates no account. */
  findSecret: (accountId: string, secret: string) => Promise<{ account: Account; tokenId: string } | null>
  /** Counts a call with an unknown secret and returns the total. */
  countBadAttempt: (accountId: string) => number
  ownerOf: Ownership
}

/** How many accounts can have a counter of bad attempts. */
const MAX_ATTACKED = 1000

/** Holds a limited number of accounts. A dropped one is seeded again on its next use. */
export function createStore(ownSecret: string, quota: number, now: () => number): Store {
  const shelf = createShelf()
  const badAttempts = new Map<string, number>()
  const ownDigest = digest(ownSecret)

  const reset = (accountId: string, scenario: Partial<Scenario>) => {
    const usual = { ...DEFAULT_SCENARIO, ...(accountId === CALM_ACCOUNT_ID && CALM_SCENARIO), quota }
    const account = createAccount(accountId, { ...usual, ...scenario }, now())
    // Armed faults survive a new scenario.
    account.faults = shelf.peek(accountId)?.faults ?? []
    shelf.put(account)
    return account
  }
  const account = (accountId: string) => shelf.use(accountId) ?? reset(accountId, {})

  return {
    account,
    peek: shelf.peek,
    during: shelf.during,
    reset,
    findSecret: async (accountId, secret) => {
      const hash = await digest(secret)
      // The sandbox's own bearer belongs to each account's own token, until that is rolled or deleted.
      const here = hash === (await ownDigest) ? account(accountId) : shelf.peek(accountId)
      if (here && hash === (await ownDigest) && here.secrets.has('own')) {
        return { account: here, tokenId: ownTokenId(accountId) }
      }
      for (const one of here ? [here, ...shelf.all()] : shelf.all()) {
        const tokenId = isReady(one, hash, now()) ? one.secrets.get(hash) : undefined
        if (tokenId !== undefined) return { account: one, tokenId }
      }
      return null
    },
    countBadAttempt: (accountId) => {
      const count = (badAttempts.get(accountId) ?? 0) + 1
      badAttempts.delete(accountId)
      badAttempts.set(accountId, count)
      const [oldest] = badAttempts.keys()
      if (badAttempts.size > MAX_ATTACKED && oldest !== undefined) badAttempts.delete(oldest)
      return count
    },
    ownerOf: (kind, id) => {
      // The listed accounts exist from the start.
      for (const listed of LISTED_ACCOUNTS) account(listed.id)
      for (const { id: owner, zones, workers } of shelf.all()) {
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
    faults: [],
    windows: new Map(),
    room: createRoom(),
  }
  // The oldest first, as further ones are added: a list has little to sort.
  for (const token of seedTokens(account, now).sort(byIssue)) account.tokens.set(token.id, token)
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

const byIssue = (a: { issued_on: string }, b: { issued_on: string }) =>
  a.issued_on < b.issued_on ? -1 : a.issued_on > b.issued_on ? 1 : 0

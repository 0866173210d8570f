import type { CatalogueGroup } from './catalogue.ts'
import type { Armed } from './faults.ts'
import type { Room } from './room.ts'

export type StoredPolicy = {
  id: string
  effect: 'allow' | 'deny'
  permission_groups: { id: string; name?: string; meta?: Record<string, string> }[]
  resources: Record<string, string | Record<string, string>>
}

/** A token as the API answers it; what is not set is absent, as the live API leaves it out. */
export type StoredToken = {
  id: string
  name: string
  status: string
  issued_on: string
  modified_on: string
  last_used_on: string | null
  not_before?: string
  expires_on?: string
  condition?: { request_ip?: { in?: string[]; not_in?: string[] } }
  creator_email_at_creation?: string
  provisioner_type?: string
  provisioner_id?: string | null
  policies: StoredPolicy[]
}

type Zone = { id: string; name: string }
export type Worker = { tag: string; name: string; tags: string[]; created_on: string; updated_on: string }
/** The account that a zone or a Worker belongs to; `null` when no account of the sandbox has it. */
export type Ownership = (kind: 'zone' | 'worker', id: string) => string | null
type Bucket = { name: string; jurisdiction: string; creation_date: string }

/** What a scenario may ask of an account. */
export type Scenario = {
  tokens: number
  zones: number
  buckets: number
  policiesPerToken: number | [number, number] | null
  permissionGroups: number
  quota: number
  rateLimit: number
  ownPermissions: 'write' | 'read' | 'none'
  canListZones: boolean
  canListBuckets: boolean
  canListWorkers: boolean
  /** Whether `GET /accounts` takes account tokens; asked of the default account. */
  canListAccounts: boolean
  workers: number
  /** For so long after a create or a roll the new secret is not known yet. */
  secretDelaySeconds: number
  /** A grant on a single zone takes a caller who holds the group there (§3.4). */
  strictZoneGrants: boolean
  /** Groups beside the catalogue: of scopes the API may bring, for example. */
  extraGroups: CatalogueGroup[]
  odd: boolean
}

export type RequestRecord = {
  method: string
  path: string
  status: number | null
  effect: boolean
  /** What a write of a token sent, when it was JSON. */
  body?: unknown
}

/** One account: a small database. Secrets are kept as digests only. */
export type Account = {
  id: string
  tokens: Map<string, StoredToken>
  /** Digest of a secret → the token it opens. */
  secrets: Map<string, string>
  /** Digest of a fresh secret → when it starts to work, in ms since 1970. */
  notYet: Map<string, number>
  zones: Zone[]
  buckets: Bucket[]
  workers: Worker[]
  catalogue: CatalogueGroup[]
  scenario: Scenario
  /** Answers that go beside the store: schema-valid, but odd. */
  odd: Map<string, Record<string, unknown>>
  /** Any JSON that a test put in the place of a token. */
  held: Map<string, unknown>
  requests: RequestRecord[]
  faults: Armed[]
  windows: Map<string, { startedAt: number; used: number }>
  /** How much callers have left here. */
  room: Room
}

import type { CatalogueGroup } from './catalogue.ts'
import type { ArmedFault } from './fault-schema.ts'
import type { Room } from './room.ts'

export type StoredPolicy = {
  id: string
  effect: 'allow' | 'deny'
  permission_groups: { id: string; name?: string; meta?: Record<string, string> }[]
  resources: Record<string, string | Record<string, string>>
}

/** A token as the API answers it. An unset field is absent, as in the live API. */
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
/** The account of a zone or Worker; `null` when no account of the sandbox has it. */
export type Ownership = (kind: 'zone' | 'worker', id: string) => string | null
type Bucket = { name: string; jurisdiction: string; creation_date: string }

/** The settings of a scenario. */
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
  /** Whether `GET /accounts` accepts account tokens. Read from the default account. */
  canListAccounts: boolean
  workers: number
  /** How long after a create or a roll the new secret is unknown. */
  secretDelaySeconds: number
  /** A grant on a single zone requires the caller to have the group there (`docs/api-behaviour.md` §3.4). */
  strictZoneGrants: boolean
  /** Groups in addition to the catalogue, for example of future scopes. */
  extraGroups: CatalogueGroup[]
  odd: boolean
}

export type RequestRecord = {
  method: string
  path: string
  status: number | null
  effect: boolean
  /** The JSON body of a write to a token. */
  body?: unknown
}

/** One account: a small database. Secrets are stored as digests only. */
export type Account = {
  id: string
  tokens: Map<string, StoredToken>
  /** Digest of a secret → ID of its token. */
  secrets: Map<string, string>
  /** Digest of a new secret → when it starts to work, in ms since 1970. */
  notYet: Map<string, number>
  zones: Zone[]
  buckets: Bucket[]
  workers: Worker[]
  catalogue: CatalogueGroup[]
  scenario: Scenario
  /** Answers that replace stored tokens: schema-valid, but odd. */
  odd: Map<string, Record<string, unknown>>
  /** Any JSON that a test stored in place of a token. */
  held: Map<string, unknown>
  requests: RequestRecord[]
  faults: ArmedFault[]
  windows: Map<string, { startedAt: number; used: number }>
  /** The size of what callers stored here. */
  room: Room
}

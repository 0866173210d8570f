import type { CatalogueGroup } from './catalogue.ts'

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
  odd: boolean
}

type RequestRecord = {
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
  zones: Zone[]
  buckets: Bucket[]
  catalogue: CatalogueGroup[]
  scenario: Scenario
  /** Answers that go beside the store: schema-valid, but odd. */
  odd: Map<string, Record<string, unknown>>
  /** Any JSON that a test put in the place of a token. */
  held: Map<string, unknown>
  requests: RequestRecord[]
  windows: Map<string, { startedAt: number; used: number }>
  badAttempts: number
}

import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { WorkingHours } from '#domain/expiry/working-hours.ts'
import type { Listing } from '#domain/resources/listing.ts'
import type { Token } from '#domain/token/token.ts'

/** What an account may set for itself. Times are in days. */
export type Settings = {
  longestLife: number
  unusedAfter: number
  neverUsedAfter: number
  oldSecret: number
  /** For tokens whose name tells of a pipeline. */
  oldPipelineSecret: number
  /** Names of tokens for emergencies, which are rarely used and long-lived. `*` matches any text. */
  breakGlass: string[]
  /** The ends that are suggested fall in them. `null` is any hour. */
  workingHours: WorkingHours | null
  /** The number of tokens that the account may have. */
  quota: number
}

export const DEFAULT_SETTINGS: Settings = {
  longestLife: 366,
  unusedAfter: 90,
  neverUsedAfter: 14,
  oldSecret: 365,
  oldPipelineSecret: 90,
  breakGlass: [],
  workingHours: null,
  quota: 500,
}

/** IDs of resources by kind, named as in `#domain/resources/families.ts`. */
export type Listings = Partial<Record<'zones' | 'buckets' | 'workers', Listing<string>>>

/** What a single token is judged by, whatever is listed of the account's resources. */
export type BaseContext = {
  /** Ms since 1970. */
  now: number
  accountId: string
  /** `undefined` when it cannot be read. */
  catalogue: PermissionGroup[] | undefined
  /** The token that the app works with. */
  ownTokenId: string | null
  isReadOnlyServer: boolean
  settings: Settings
}

/** What is known of the account's resources. It comes after the first tokens, and anew from time to time. */
export type Listed = {
  /** The numbers of zones and buckets where they can be listed. */
  zoneCount?: number
  bucketCount?: number
  /** What was listed of the account's resources. */
  listings?: Listings
  /** The token of `ownTokenId`: its policies tell what it can list. */
  ownToken?: Token
}

/** What a single token is judged by. */
export type Judging = BaseContext & Listed

/** How many of the account's tokens are known. */
export type Extent = {
  /** Whether all are. */
  isComplete: boolean
  /** Their number by the API. */
  totalCount: number | null
}

export type Context = Judging & Extent

/** Whether a name matches one of the patterns, in any case. */
export const matchesAny = (name: string, patterns: string[]): boolean =>
  patterns.some((pattern) => matches(name.toLowerCase(), pattern.toLowerCase().split('*')))

/** The first part starts the name, the last one ends it, and the others follow each other between. */
function matches(name: string, parts: string[]): boolean {
  const [first = '', ...others] = parts
  const last = others.pop()
  if (last === undefined) return first !== '' && name === first
  if (!name.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = name.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}

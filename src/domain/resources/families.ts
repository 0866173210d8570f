import { plural } from '#domain/text/plural.ts'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, USER_SCOPE, WORKER_SCOPE, ZONE_SCOPE, type Scope } from './scope.ts'

/** The account itself, or all resources of a kind in it, including future ones. */
type WholeRow = {
  id: string
  reach: 'account' | 'all'
  /** The scope of its permission groups. All of a kind has the key `<scope>.*`, nested in the account's key. */
  scope: Scope
  label: string
  /** For sentences and columns. */
  words: string
  short: string
  hint?: string
}

/** Individual resources of a kind, with the keys `<scope>.<id>`. */
type ChosenRow = {
  id: string
  reach: 'chosen'
  scope: Scope
  /** The form that the API accepts: a top-level key, or nested in the account's key. */
  form: 'flat' | 'nested'
  /** An id `eu/logs` has the key `<scope>.<account>_eu_logs`. */
  isOwnedInKey: boolean
  pattern: RegExp
  /** The format of an id, for the user. */
  patternWords: string
  label: string
  noun: string
  /** For columns. */
  short: string
  /** The first part of a filter's value in the address. */
  term: string
  /** Whether the API can list the kind, so that names can replace ids. */
  isListed: boolean
  /** Whether a name alone shows the kind, like that of a zone. */
  hasTellingName: boolean
  hint?: string
  /** A limitation that the user should know. */
  caution?: string
}

const ID = /^[0-9a-f]{32}$/
const ID_WORDS = '32 characters, 0–9 and a–f'

/**
 * Every family of resources that the app knows (`docs/api-behaviour.md` §3.2). A policy covers one of them. `familyOf`
 * creates rows for kinds that only the catalogue knows.
 */
const ROWS = [
  {
    id: 'account',
    reach: 'account',
    scope: ACCOUNT_SCOPE,
    label: 'This account',
    words: 'this account',
    short: 'Account',
    hint: 'Account-level settings and products, such as Workers, members and billing.',
  },
  {
    id: 'all-zones',
    reach: 'all',
    scope: ZONE_SCOPE,
    label: 'All zones',
    words: 'all zones',
    short: 'All zones',
    hint: 'All current and future zones.',
  },
  {
    id: 'zones',
    reach: 'chosen',
    scope: ZONE_SCOPE,
    form: 'flat',
    isOwnedInKey: false,
    pattern: ID,
    patternWords: ID_WORDS,
    label: 'Specific zones',
    noun: 'zone',
    short: 'zone',
    term: 'zone',
    isListed: true,
    hasTellingName: true,
  },
  {
    id: 'all-buckets',
    reach: 'all',
    scope: BUCKET_SCOPE,
    label: 'All R2 buckets',
    words: 'all R2 buckets',
    short: 'All buckets',
    hint: 'All current and future R2 buckets.',
  },
  {
    id: 'buckets',
    reach: 'chosen',
    scope: BUCKET_SCOPE,
    form: 'flat',
    isOwnedInKey: true,
    // Neither part has an underscore, so the first two of a key always separate them. R2's own rule is stricter.
    pattern: /^[a-z-]+\/[^_\s/]+$/,
    patternWords: 'a jurisdiction, a slash and the name of a bucket',
    label: 'Specific buckets',
    noun: 'R2 bucket',
    short: 'bucket',
    term: 'bucket',
    isListed: true,
    hasTellingName: false,
  },
  {
    id: 'workers',
    reach: 'chosen',
    scope: WORKER_SCOPE,
    form: 'nested',
    isOwnedInKey: false,
    pattern: ID,
    patternWords: ID_WORDS,
    label: 'Specific Workers',
    noun: 'Worker',
    short: 'Worker',
    term: 'worker',
    isListed: true,
    hasTellingName: false,
    hint: 'To create or delete Workers, choose this account and Workers Scripts Write.',
    caution:
      'No isolation: a token that can deploy a Worker can bind any KV namespace, R2 bucket, queue or Hyperdrive.',
  },
] as const satisfies readonly (WholeRow | ChosenRow)[]

type Row = (typeof ROWS)[number]
export type WholeId = Exclude<Row, { reach: 'chosen' }>['id']
/** A kind missing from the table is identified by its scope, which always has a dot. */
export type ChosenId = Extract<Row, { reach: 'chosen' }>['id'] | `${string}.${string}`

/** What the resources of a policy are. `other`: keys of no family, typed as text. */
export type FamilyId = WholeId | ChosenId | 'other'

export type WholeFamily = WholeRow & { id: WholeId }
export type ChosenFamily = ChosenRow & { id: ChosenId }
export type Family = WholeFamily | ChosenFamily

/** In the order of the menus. */
export const FAMILIES: readonly Family[] = ROWS
const BY_ID = new Map<string, Family>(FAMILIES.map((family) => [family.id, family]))

export const wholeFamilies = FAMILIES.filter((family) => family.reach !== 'chosen')
export const chosenFamilies = FAMILIES.filter((family) => family.reach === 'chosen')

/** Its position in the table; kinds that only the catalogue knows come last. */
export function familyRank(id: string): number {
  const place = FAMILIES.findIndex((family) => family.id === id)
  return place === -1 ? FAMILIES.length : place
}

/** A family by its id: a row of the table, or one created for a scope that only the catalogue knows. */
export function familyOf(id: WholeId): WholeFamily
export function familyOf(id: ChosenId): ChosenFamily
export function familyOf(id: WholeId | ChosenId): Family
export function familyOf(id: WholeId | ChosenId): Family {
  return BY_ID.get(id) ?? typedFamily(id)
}

const typed = new Map<string, ChosenFamily>()

/** Only the scope of such a kind is known: ids are typed, and keys nested in the account's, as for Workers. */
function typedFamily(scope: Scope): ChosenFamily {
  const known = typed.get(scope)
  if (known) return known
  const noun = scopeNoun(scope)
  const family: ChosenFamily = {
    // Always a scope here, so it is a dotted name.
    id: scope as ChosenId,
    reach: 'chosen',
    scope,
    form: 'nested',
    isOwnedInKey: false,
    pattern: /^[\w@:/-]+$/,
    patternWords: 'letters, digits and - _ : / @',
    label: `Specific ${plural(noun)}`,
    noun,
    short: noun,
    term: scope,
    isListed: false,
    hasTellingName: false,
  }
  typed.set(scope, family)
  return family
}

/** Scopes of groups that no account token can have (`docs/api-behaviour.md` §3.2). */
const UNUSABLE: ReadonlySet<Scope> = new Set([USER_SCOPE])

/** Whether this scope is a family that only the catalogue knows. */
export const isTypedScope = (scope: Scope): boolean =>
  /^[\w-]+(\.[\w-]+)+$/.test(scope) &&
  scope !== 'com.cloudflare' &&
  !UNUSABLE.has(scope) &&
  !FAMILIES.some((family) => family.scope === scope)

/** Families for a catalogue with these scopes: those of the table first, then the others. */
export const offeredFamilies = (scopes: Iterable<Scope>): Family[] => [
  ...FAMILIES,
  ...[...new Set(scopes)].filter(isTypedScope).sort().map(typedFamily),
]

/** "com.cloudflare.flagship.app" → "flagship app": only the parts with a meaning. */
export function scopeNoun(scope: Scope): string {
  const parts = scope.split('.').filter(Boolean)
  const telling = parts.filter((part, at) => !(at === 0 && part === 'com') && !(at === 1 && part === 'cloudflare'))
  const rest = telling.filter((part, at) => at > 0 || !['api', 'edge'].includes(part))
  const inAccount = rest.length > 1 && rest[0] === 'account' ? rest.slice(1) : rest
  return inAccount.join(' ').replaceAll(/[-_]+/g, ' ') || scope
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

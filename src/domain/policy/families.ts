import {
  ACCOUNT_SCOPE,
  BUCKET_SCOPE,
  USER_SCOPE,
  WORKER_SCOPE,
  ZONE_SCOPE,
  type Scope,
} from '#domain/permission-groups/permission-group.ts'
import { plural } from '#domain/text/plural.ts'

/** The account itself, or all there is of a kind in it, later ones included. */
type WholeRow = {
  id: string
  reach: 'account' | 'all'
  /** Of the permission groups that apply. All of a kind is the key `<scope>.*` under the account's. */
  scope: Scope
  label: string
  /** In a sentence, and in a column. */
  words: string
  short: string
  hint: string
}

/** Resources of a kind, one by one. Their keys are `<scope>.<id>`. */
type ChosenRow = {
  id: string
  reach: 'chosen'
  scope: Scope
  /** The form that the API takes: a key of its own, or under the account's. */
  form: 'flat' | 'nested'
  /** An id `eu/logs` has the key `<scope>.<account>_eu_logs`. */
  isOwnedInKey: boolean
  pattern: RegExp
  /** What an id looks like, in words. */
  patternWords: string
  label: string
  noun: string
  /** In a column. */
  short: string
  /** The first part of a filter's value, as addresses hold it. */
  term: string
  /** Where a name stands for an id: the API lists the kind. */
  isListed: boolean
  /** A name says by itself what kind it is of, as that of a zone does. */
  hasTellingName: boolean
  hint: string
  /** What the family does not protect from. */
  caution?: string
}

const ID = /^[0-9a-f]{32}$/
const ID_WORDS = '32 characters, 0–9 and a–f'

/**
 * Every family of resources that the app knows (`docs/api-behaviour.md` §3.2). A policy stands
 * on one of them. Kinds that only a catalogue knows get a row of their own by `familyOf`.
 */
const ROWS = [
  {
    id: 'account',
    reach: 'account',
    scope: ACCOUNT_SCOPE,
    label: 'This account',
    words: 'this account',
    short: 'Account',
    hint: 'Account-level settings and products: Workers, members, billing, and the like.',
  },
  {
    id: 'all-zones',
    reach: 'all',
    scope: ZONE_SCOPE,
    label: 'All zones',
    words: 'all zones',
    short: 'All zones',
    hint: 'Every zone of the account, those added later included.',
  },
  {
    id: 'zones',
    reach: 'chosen',
    scope: ZONE_SCOPE,
    form: 'flat',
    isOwnedInKey: false,
    pattern: ID,
    patternWords: ID_WORDS,
    label: 'Chosen zones',
    noun: 'zone',
    short: 'zone',
    term: 'zone',
    isListed: true,
    hasTellingName: true,
    hint: 'Only the zones named below.',
  },
  {
    id: 'all-buckets',
    reach: 'all',
    scope: BUCKET_SCOPE,
    label: 'All R2 buckets',
    words: 'all R2 buckets',
    short: 'All buckets',
    hint: 'Every R2 bucket of the account, those made later included.',
  },
  {
    id: 'buckets',
    reach: 'chosen',
    scope: BUCKET_SCOPE,
    form: 'flat',
    isOwnedInKey: true,
    // Neither part holds an underscore, so the first two of a key split it without doubt. R2's own rule is narrower.
    pattern: /^[a-z-]+\/[^_\s/]+$/,
    patternWords: 'a jurisdiction, a slash and the name of a bucket',
    label: 'Chosen buckets',
    noun: 'R2 bucket',
    short: 'bucket',
    term: 'bucket',
    isListed: true,
    hasTellingName: false,
    hint: 'Only the R2 buckets named below.',
  },
  {
    id: 'workers',
    reach: 'chosen',
    scope: WORKER_SCOPE,
    form: 'nested',
    isOwnedInKey: false,
    pattern: ID,
    patternWords: ID_WORDS,
    label: 'Chosen Workers',
    noun: 'Worker',
    short: 'Worker',
    term: 'worker',
    isListed: true,
    hasTellingName: false,
    hint: 'Only the Workers named below. To create or delete Workers, choose this account and Workers Scripts Write.',
    caution:
      'This is no isolation: a token that can deploy one of them can bind any KV namespace, R2 bucket, queue or Hyperdrive of the account to it.',
  },
] as const satisfies readonly (WholeRow | ChosenRow)[]

type Row = (typeof ROWS)[number]
export type WholeId = Exclude<Row, { reach: 'chosen' }>['id']
/** A kind that the table does not know goes by its scope, which always has a dot in it. */
export type ChosenId = Extract<Row, { reach: 'chosen' }>['id'] | `${string}.${string}`

export type WholeFamily = WholeRow & { id: WholeId }
export type ChosenFamily = ChosenRow & { id: ChosenId }
export type Family = WholeFamily | ChosenFamily

/** In the order in which they are offered. */
export const FAMILIES: readonly Family[] = ROWS
const BY_ID = new Map<string, Family>(FAMILIES.map((family) => [family.id, family]))

export const wholeFamilies = FAMILIES.filter((family) => family.reach !== 'chosen')
export const chosenFamilies = FAMILIES.filter((family) => family.reach === 'chosen')

/** Its place among all; those that only a catalogue knows come last. */
export function familyRank(id: string): number {
  const place = FAMILIES.findIndex((family) => family.id === id)
  return place === -1 ? FAMILIES.length : place
}

/** A family by its id: a row of the table, or one made for a scope that only a catalogue knows. */
export function familyOf(id: WholeId): WholeFamily
export function familyOf(id: ChosenId): ChosenFamily
export function familyOf(id: WholeId | ChosenId): Family
export function familyOf(id: WholeId | ChosenId): Family {
  return BY_ID.get(id) ?? typedFamily(id)
}

const typed = new Map<string, ChosenFamily>()

/** Nothing but its scope is known of such a kind: ids are typed, and stand under the account as those of Workers do. */
function typedFamily(scope: Scope): ChosenFamily {
  const known = typed.get(scope)
  if (known) return known
  const noun = scopeNoun(scope)
  const family: ChosenFamily = {
    // A scope is a dotted name; nothing else gets here.
    id: scope as ChosenId,
    reach: 'chosen',
    scope,
    form: 'nested',
    isOwnedInKey: false,
    pattern: /^[\w@:/-]+$/,
    patternWords: 'letters, digits and - _ : / @',
    label: `Chosen ${plural(noun)}`,
    noun,
    short: noun,
    term: scope,
    isListed: false,
    hasTellingName: false,
    hint: `Only the ${plural(noun)} named below by their ids.`,
  }
  typed.set(scope, family)
  return family
}

/** Scopes whose groups no account token can hold (`docs/api-behaviour.md` §3.2). */
const UNUSABLE: ReadonlySet<Scope> = new Set([USER_SCOPE])

/** Whether resources of this scope are a family that only a catalogue knows. */
export const isTypedScope = (scope: Scope): boolean =>
  /^[\w-]+(\.[\w-]+)+$/.test(scope) &&
  scope !== 'com.cloudflare' &&
  !UNUSABLE.has(scope) &&
  !FAMILIES.some((family) => family.scope === scope)

/** Families that a policy can have where the catalogue names these scopes: the table's, then those it does not know. */
export const offeredFamilies = (scopes: Iterable<Scope>): Family[] => [
  ...FAMILIES,
  ...[...new Set(scopes)].filter(isTypedScope).sort().map(typedFamily),
]

/** "com.cloudflare.flagship.app" → "flagship app": the parts that say something. */
export function scopeNoun(scope: Scope): string {
  const parts = scope.split('.').filter(Boolean)
  const telling = parts.filter((part, at) => !(at === 0 && part === 'com') && !(at === 1 && part === 'cloudflare'))
  const rest = telling.filter((part, at) => at > 0 || !['api', 'edge'].includes(part))
  const inAccount = rest.length > 1 && rest[0] === 'account' ? rest.slice(1) : rest
  return inAccount.join(' ').replaceAll(/[-_]+/g, ' ') || scope
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

import { ACCOUNT_SCOPE, BUCKET_SCOPE, USER_SCOPE, WORKER_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { chosenFamilies, FAMILIES } from '#domain/resources/families.ts'
import type { WireResourceValue, WireResources } from './wire.ts'

/** Why the API refuses a resource key. */
export type KeyFault =
  | 'blanks'
  | 'several'
  | 'star'
  | 'empty'
  | 'capitals'
  | 'placeholder'
  | 'domain'
  | 'not-an-id'
  | 'bare-account'
  | 'flat'
  | 'foreign'
  | 'user'
  | 'value'

/** The keys of a policy with one fault, and the fixed resources; `null` when only the user can decide. */
export type FaultyKeys = { fault: KeyFault; words: string[]; cured: WireResources[] | null }

export type KeyContext = {
  /** `null` while unknown: then no key counts as foreign, and none can be filled in. */
  accountId: string | null
  /** Kinds of resources from the catalogue, besides the API's first ones. */
  scopes: string[]
  zones: { id: string; name: string }[]
}

type Entry = [key: string, value: WireResourceValue]
/** One fault of one entry. `cured` replaces the entry. */
type Hit = { fault: KeyFault; words: string; cured: Entry[] | null }

const SCOPES = [...new Set([...FAMILIES.map(({ scope }) => scope), USER_SCOPE])]
/** Kinds allowed as top-level keys; all others must be nested in the account's key (`docs/api-behaviour.md` §3.2). */
const FLAT = new Set([ACCOUNT_SCOPE, ...chosenFamilies.filter(({ form }) => form === 'flat').map(({ scope }) => scope)])
const ID = /^[0-9a-f]{32}$/i
const DOMAIN = /^(\*\.)?([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/i
/** The account is all before the last two underscores: a placeholder may contain underscores. */
const BUCKET_ID = /^(.+)_([a-z-]+)_([^_]+)$/i

/** The longest scope that a key starts with, and the id after it. `null` for an unknown kind. */
export function readKey(key: string, scopes: string[]): { scope: string; id: string } | null {
  const own = [...SCOPES, ...scopes].filter((scope) => key === scope || key.startsWith(`${scope}.`))
  const scope = own.toSorted((a, b) => b.length - a.length)[0]
  if (scope === undefined) return null
  const id = key.slice(scope.length + 1)
  // A newer kind below the account, such as `account.<kind>.<id>`, is not checked.
  const isNewer = scope === ACCOUNT_SCOPE && id.includes('.') && !isPlaceholder(id)
  return isNewer ? null : { scope, id }
}

/** All faults of a policy's keys, each once. */
export function faultyKeys(resources: WireResources, context: KeyContext): FaultyKeys[] {
  const entries = Object.entries(resources)
  const hits = entries.map((entry) => hitsOf(entry, context))
  const faults = [...new Set(hits.flat().map(({ fault }) => fault))]
  const foreign = faults.includes('foreign') && onlyForeignAccount(entries, context)
  return faults.map((fault) => {
    const own = hits.map((of) => of.filter((hit) => hit.fault === fault))
    const words = [...new Set(own.flat().map((hit) => hit.words))]
    const isCurable = own.some((of) => of.some(({ cured }) => cured !== null)) && (fault !== 'foreign' || foreign)
    const cured = entries.flatMap((entry, index) => own[index]?.[0]?.cured ?? [entry])
    return { fault, words, cured: isCurable ? arrange(cured) : null }
  })
}

function hitsOf(entry: Entry, context: KeyContext): Hit[] {
  const [key, value] = entry
  const outer = judge(key, value, isMap(value), context)
  if (!isMap(value)) return outer ? [outer] : []
  const inner = Object.entries(value).map((pair) => ({ pair, hit: judge(...pair, true, context) }))
  const faults = [...new Set(inner.flatMap(({ hit }) => (hit ? [hit.fault] : [])))]
  const nested = faults.flatMap((fault) => {
    const own = inner.flatMap(({ hit }) => (hit?.fault === fault ? [hit] : []))
    const pairs = inner.flatMap(({ pair, hit }) => (hit?.fault === fault && hit.cured) || [pair])
    // Nested values are text, and so are their replacements.
    const map = Object.fromEntries(pairs) as Record<string, string>
    // The same fault of the outer key is fixed with it.
    const outside = outer?.fault === fault && outer.cured ? (outer.cured[0]?.[0] ?? key) : key
    const cured: Entry[] | null = own.some((hit) => hit.cured) || outside !== key ? [[outside, map]] : null
    return own.map(({ words }) => ({ fault, words, cured }))
  })
  return outer ? [...nested, outer] : nested
}

/** The first fault of a key. `isNested`: it contains others, or is directly below the account. */
function judge(key: string, value: unknown, isNested: boolean, context: KeyContext): Hit | null {
  const { accountId, scopes, zones } = context
  const hit = (fault: KeyFault, words: string, newKey: string | null = null): Hit => ({
    fault,
    words,
    cured: newKey === null ? null : [[newKey, value as WireResourceValue]],
  })
  if (key.trim() !== key) return hit('blanks', key, key.trim())
  if (areKeys(key.split(/[\s,;]+/))) return hit('several', key)
  if (key === '*') return hit('star', key)
  const empty = isMap(value) && Object.keys(value).length === 0 ? hit('empty', key) : null
  const read = readKey(key, scopes)
  if (!read) return empty
  const { scope, id } = read
  const account = accountId && `${ACCOUNT_SCOPE}.${accountId}`

  if (scope === USER_SCOPE) return hit('user', key)
  const [, bucketAccount = '', jurisdiction = '', bucket = ''] = (scope === BUCKET_SCOPE && BUCKET_ID.exec(id)) || []
  const owner = scope === ACCOUNT_SCOPE ? id : bucketAccount
  if (isPlaceholder(owner)) {
    const rest = bucketAccount && !isNoBucket(bucket) ? `${BUCKET_SCOPE}.${accountId}_${jurisdiction}_${bucket}` : null
    return hit('placeholder', owner, account && (bucketAccount ? rest : account))
  }
  if (ID.test(owner) && owner !== owner.toLowerCase())
    return hit('capitals', owner, key.replace(owner, owner.toLowerCase()))
  if (isPlaceholder(id) || isNoBucket(bucket)) return hit('placeholder', bucket || id)
  if (scope === ACCOUNT_SCOPE && (id === '' || id === '*')) return hit('bare-account', key, account)
  if (empty) return empty
  if (value !== '*' && !isMap(value)) {
    return { fault: 'value', words: String(value), cured: [[key, '*']] }
  }
  const isWhole = id === '*' || !FLAT.has(scope)
  if (isWhole && !isNested) return { ...hit('flat', key), cured: account ? [[account, { [key]: '*' }]] : null }
  if (accountId && ID.test(owner) && owner.toLowerCase() !== accountId.toLowerCase()) {
    return hit('foreign', owner, key.replace(owner, accountId))
  }
  if (scope === ZONE_SCOPE && DOMAIN.test(id)) {
    const zone = zones.find(({ name }) => name === id.toLowerCase())
    return hit('domain', id, zone ? `${ZONE_SCOPE}.${zone.id}` : null)
  }
  const takesId = scope === ACCOUNT_SCOPE || scope === ZONE_SCOPE || scope === WORKER_SCOPE
  const isId = takesId ? ID.test(id) || id === '*' : scope !== BUCKET_SCOPE || ID.test(owner) || id === '*'
  return isId ? null : hit('not-an-id', id || key)
}

const areKeys = (parts: string[]) => parts.length > 1 && parts.every((part) => part.startsWith('com.'))

/** Placeholders of guides, and variables of shells, templates and Terraform, in place of an id. */
function isPlaceholder(id: string): boolean {
  if (/[<>{}$%[\]()#@…]|\.\.\.|^:/.test(id) || /^x{4,}$/i.test(id)) return true
  return PLACEHOLDER_WORDS.test(id.toLowerCase().replaceAll(/[^a-z]/g, '')) && !/\d/.test(id)
}

/** A real bucket may be called like a placeholder, in lower case. */
const isNoBucket = (name: string) => /[^a-z0-9.*-]/.test(name)

const PLACEHOLDER_WORDS =
  /^(your|my|the|insert|enter|target|some|this)*(cloudflare|cf)?(account|acct|zone|bucket|script|worker)*(id|tag|identifier)(here)?$|^(your|my|insert|enter)(account|zone)(here)?$|^(account|zone)(id|tag)?$/

/** Whether every key belongs to the same other account and names no resource that exists only there. */
function onlyForeignAccount(entries: Entry[], { accountId, scopes }: KeyContext): boolean {
  const owners = entries.flatMap(([key, value]) => {
    const inner = isMap(value) ? Object.keys(value) : []
    return [key, ...inner].map((each) => {
      const read = readKey(each, scopes)
      if (read?.scope === ACCOUNT_SCOPE) return read.id
      if (read?.scope === BUCKET_SCOPE && read.id !== '*') return BUCKET_ID.exec(read.id)?.[1] ?? ''
      // A single zone or Worker of another account does not exist in this one.
      return read?.id === '*' && each !== key ? null : ''
    })
  })
  const named = new Set(owners.filter((owner) => owner !== null))
  return named.size === 1 && ![...named].some((owner) => owner === '' || owner === accountId)
}

/** Combines entries into as few `resources` as possible, as a key can occur only once. */
function arrange(entries: Entry[]): WireResources[] {
  // A map keeps keys of any name, including `__proto__`.
  const all: Map<string, WireResources[string]>[] = []
  for (const [key, value] of entries) {
    const home = all.find((resources) => !resources.has(key) || canJoin(resources.get(key), value))
    if (!home) all.push(new Map([[key, value]]))
    else {
      const present = home.get(key)
      home.set(key, isMap(value) ? { ...(isMap(present) && present), ...value } : value)
    }
  }
  return all.map((resources) => Object.fromEntries(resources))
}

const canJoin = (a: unknown, b: unknown) => a === b || (isMap(a) && isMap(b))

/** A typed value may be anything, whatever its type says. */
const isMap = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null

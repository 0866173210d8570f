import { ApiError, invalid } from './api-error.ts'
import { SCOPE } from './catalogue.ts'
import { ID } from './routes.ts'
import { DEFAULT_ACCOUNT_ID } from './seed.ts'
import type { Account, Ownership, StoredPolicy } from './types.ts'
import { isObject } from './validate-token.ts'

type Resources = StoredPolicy['resources']

/** The resource that a key of a policy names: its scope, and the zone if it is a single one. */
export type Target = { scope: string; zoneId?: string }

/** What keys are checked against: an account, its catalogue, and the owners of zones and Workers. */
type Ground = { account: Account; ownerOf: Ownership; at: string }

const JURISDICTION_AND_BUCKET = /^(?:default|eu|us|fedramp|fedramp-high)_[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])$/
const TYPED_ID = /^(?:\*|[\w.-]{1,128})$/

/** The sample of the API reference uses a placeholder key. Its calls work as written, on their own account. */
const isReferenceSample = (resources: Record<string, unknown>, account: Account) =>
  account.id === DEFAULT_ACCOUNT_ID && Object.keys(resources).join() === 'foo' && resources['foo'] === 'string'

/**
 * The targets of a policy's resources, or the API's refusal (`docs/api-behaviour.md` §3.2). Every key is checked,
 * including those nested in an account.
 */
export function readResources(value: unknown, ground: Ground): { resources: Resources; targets: Target[] } {
  const { account, at } = ground
  if (!isObject(value)) throw invalid(1001, 'resources must be an object', at)
  // The sample is a map of texts; the checks below ensure that every value is a text or a map of texts.
  const resources = value as Resources
  if (isReferenceSample(value, account)) return { resources, targets: [] }
  const targets = Object.entries(value).flatMap(([key, inner]) => readOuter(key, inner, ground))
  return { resources, targets }
}

function readOuter(key: string, value: unknown, ground: Ground): Target[] {
  const { account, at } = ground
  const own = `${SCOPE.account}.${account.id}`
  if (isObject(value)) {
    if (key !== own) throw notYours(at)
    return Object.entries(value).map(([inner, text]) => readInner(inner, text, ground))
  }
  const target = key === own ? { scope: SCOPE.account } : readFlat(key, ground)
  checkValue(key, value, at)
  return [target]
}

function readFlat(key: string, ground: Ground): Target {
  const { account, at } = ground
  const family = familyOf(key, account)
  if (family !== undefined) throw invalid(1001, `${family} is not a supported resource type`, at)
  const zone = idAfter(SCOPE.zone, key)
  if (zone === '*') {
    throw invalid(1001, `Must nest zone under specific account resource: ${SCOPE.account}.${account.id}`, at)
  }
  if (zone !== null) return readZone(zone, ground)
  const bucket = idAfter(SCOPE.bucket, key)
  if (bucket !== null && bucket !== '*') return readBucket(bucket, ground)
  throw notYours(at)
}

function readInner(key: string, value: unknown, ground: Ground): Target {
  const { account, at } = ground
  if (isObject(value)) throw invalid(1001, `resource ${key} is nested too deep`, at)
  const target = innerTarget(key, account, ground)
  checkValue(key, value, at)
  return target
}

function innerTarget(key: string, account: Account, ground: Ground): Target {
  const family = familyOf(key, account)
  if (family !== undefined) return readFamily(family, key, ground)
  const zone = idAfter(SCOPE.zone, key)
  if (zone !== null) return zone === '*' ? { scope: SCOPE.zone } : readZone(zone, ground)
  const bucket = idAfter(SCOPE.bucket, key)
  if (bucket !== null) return bucket === '*' ? { scope: SCOPE.bucket } : readBucket(bucket, ground)
  throw notYours(ground.at)
}

function readFamily(family: string, key: string, ground: Ground): Target {
  const id = idAfter(family, key) ?? ''
  if (family === SCOPE.worker) return readWorker(id, ground)
  if (!TYPED_ID.test(id)) throw notYours(ground.at)
  return { scope: family }
}

function readZone(id: string, { account, ownerOf, at }: Ground): Target {
  const owner = ID.test(id) ? ownerOf('zone', id) : 'nobody'
  // A zone that no sandbox account has may have been deleted since.
  if (owner !== null && owner !== account.id) throw notYours(at)
  return { scope: SCOPE.zone, zoneId: id }
}

function readBucket(id: string, { account, at }: Ground): Target {
  const [owner = '', ...rest] = id.split('_')
  if (owner !== account.id || !JURISDICTION_AND_BUCKET.test(rest.join('_'))) throw notYours(at)
  return { scope: SCOPE.bucket }
}

/** A Worker must exist before a token can name it. */
function readWorker(tag: string, { account, ownerOf, at }: Ground): Target {
  const owner = ID.test(tag) ? ownerOf('worker', tag) : 'nobody'
  if (owner === null) throw invalid(1001, `Worker ${tag} not found`, at)
  if (owner !== account.id) throw notYours(at)
  return { scope: SCOPE.worker }
}

/** The scope of a key that only exists nested in an account, looked up in the catalogue. */
function familyOf(key: string, { catalogue }: Account): string | undefined {
  const scopes = new Set([SCOPE.worker, ...catalogue.flatMap((group) => group.scopes)])
  for (const known of [SCOPE.account, SCOPE.zone, SCOPE.bucket, SCOPE.user]) scopes.delete(known)
  // One scope may be a prefix of another; the longest match wins.
  const longestFirst = [...scopes].toSorted((a, b) => b.length - a.length)
  return longestFirst.find((scope) => key === scope || idAfter(scope, key) !== null)
}

const idAfter = (scope: string, key: string): string | null =>
  key.startsWith(`${scope}.`) ? key.slice(scope.length + 1) : null

function checkValue(key: string, value: unknown, at: string): void {
  if (value !== '*') throw invalid(1001, `resource ${key} must be "*" or an object`, at)
}

/** The key has an unknown format, or belongs to another account. */
const notYours = (at: string) =>
  new ApiError(403, { code: 9109, message: 'Unauthorized to access requested resource', source: { pointer: at } })

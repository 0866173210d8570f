import type { WireResourceValue, WireResources } from './wire.ts'

/** What a resource key means (`contract/api-behaviour.md` §3.2). Anything not understood is `other`, as it came. */
export type ResourceTarget =
  | { kind: 'account'; accountId: string }
  | { kind: 'all-zones'; accountId: string }
  | { kind: 'zone'; zoneId: string }
  | { kind: 'all-buckets'; accountId: string }
  | { kind: 'bucket'; accountId: string; jurisdiction: string; name: string }
  | { kind: 'other'; key: string; value: WireResourceValue }

const ACCOUNT = 'com.cloudflare.api.account.'
const ZONE = 'com.cloudflare.api.account.zone.'
const BUCKET = 'com.cloudflare.edge.r2.bucket.'
const ALL_ZONES = `${ZONE}*`
const ALL_BUCKETS = `${BUCKET}*`
const ID = /^[0-9a-f]{32}$/
/** Bucket names hold no underscore, so the first two split account, jurisdiction and name without doubt. */
const BUCKET_NAME = /^([0-9a-f]{32})_([a-z-]+)_([^_]+)$/

/** The targets of one key of a policy's `resources`: several when a nested map holds several. */
export function parseResource(key: string, value: WireResourceValue): ResourceTarget[] {
  if (value === '*') return [parseFlat(key)]
  const accountId = key.startsWith(ACCOUNT) ? key.slice(ACCOUNT.length) : ''
  if (!ID.test(accountId) || !isStringMap(value)) return [{ kind: 'other', key, value }]
  const inner = Object.entries(value).map(([innerKey, innerValue]) => parseNested(accountId, innerKey, innerValue))
  const understood = inner.filter((target) => target !== null)
  return inner.length > 0 && understood.length === inner.length ? understood : [{ kind: 'other', key, value }]
}

function parseFlat(key: string): ResourceTarget {
  if (key.startsWith(ZONE)) {
    const zoneId = key.slice(ZONE.length)
    if (ID.test(zoneId)) return { kind: 'zone', zoneId }
  } else if (key.startsWith(ACCOUNT)) {
    const accountId = key.slice(ACCOUNT.length)
    if (ID.test(accountId)) return { kind: 'account', accountId }
  } else if (key.startsWith(BUCKET)) {
    const [, accountId, jurisdiction, name] = BUCKET_NAME.exec(key.slice(BUCKET.length)) ?? []
    if (accountId && jurisdiction && name) return { kind: 'bucket', accountId, jurisdiction, name }
  }
  return { kind: 'other', key, value: '*' }
}

function parseNested(accountId: string, key: string, value: string): ResourceTarget | null {
  if (value !== '*') return null
  if (key === ALL_ZONES) return { kind: 'all-zones', accountId }
  if (key === ALL_BUCKETS) return { kind: 'all-buckets', accountId }
  const target = parseFlat(key)
  return target.kind === 'zone' || target.kind === 'bucket' ? target : null
}

/** Answers come from outside: a nested value is checked, whatever its type says. */
const isStringMap = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every((inner) => typeof inner === 'string')

export const accountResources = (accountId: string): WireResources => ({ [`${ACCOUNT}${accountId}`]: '*' })

/** Always the nested form: the flat one is refused for account tokens. */
export const allZonesResources = (accountId: string): WireResources => ({
  [`${ACCOUNT}${accountId}`]: { [ALL_ZONES]: '*' },
})

export const allBucketsResources = (accountId: string): WireResources => ({
  [`${ACCOUNT}${accountId}`]: { [ALL_BUCKETS]: '*' },
})

export const zoneResources = (zoneIds: string[]): WireResources =>
  Object.fromEntries(zoneIds.map((zoneId) => [`${ZONE}${zoneId}`, '*']))

export const bucketResources = (accountId: string, buckets: { jurisdiction: string; name: string }[]): WireResources =>
  Object.fromEntries(buckets.map(({ jurisdiction, name }) => [`${BUCKET}${accountId}_${jurisdiction}_${name}`, '*']))

/** Targets as a policy's `resources`, the way back from `parseResource`. */
export function resourcesOf(targets: ResourceTarget[]): WireResources {
  const resources: WireResources = {}
  const nest = (accountId: string, inner: string) => {
    const key = `${ACCOUNT}${accountId}`
    const stored = resources[key]
    resources[key] = { ...(typeof stored === 'object' && stored), [inner]: '*' }
  }
  for (const target of targets) {
    if (target.kind === 'account') Object.assign(resources, accountResources(target.accountId))
    else if (target.kind === 'all-zones') nest(target.accountId, ALL_ZONES)
    else if (target.kind === 'all-buckets') nest(target.accountId, ALL_BUCKETS)
    else if (target.kind === 'zone') Object.assign(resources, zoneResources([target.zoneId]))
    else if (target.kind === 'bucket') Object.assign(resources, bucketResources(target.accountId, [target]))
    else resources[target.key] = target.value
  }
  return resources
}

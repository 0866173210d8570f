import { ApiError } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import { holdsOnZone, mayListBuckets, mayListZones } from './authorize.ts'
import { success } from './envelope.ts'
import { pageOf, whole } from './paging.ts'
import { NEEDED } from './catalogue.ts'
import { LISTED_ACCOUNTS } from './seed.ts'

const JURISDICTIONS = new Set(['default', 'eu', 'us', 'fedramp', 'fedramp-high'])

/** `GET /accounts` */
export function listAccounts({ account }: Caller, query: URLSearchParams): Response {
  if (!account.scenario.canListAccounts) {
    throw new ApiError(400, { code: 1001, message: 'List accounts endpoint does not support account owned tokens.' })
  }
  const { page, perPage, resultInfo } = pageOf(query)
  const accounts = LISTED_ACCOUNTS.map(({ id, name }) => ({
    id,
    name,
    settings: { enforce_twofactor: true },
    created_on: '2016-03-01T12:21:02.000Z',
  }))
  const result = accounts.slice((page - 1) * perPage, page * perPage)
  return success(result, { result_info: resultInfo(result.length, accounts.length) })
}

/** `GET /zones?account.id=` */
export function listZones(caller: Caller, query: URLSearchParams): Response {
  if (!mayListZones(caller)) {
    const actor = `com.cloudflare.api.token.${caller.token.id}`
    const needed = 'com.cloudflare.api.account.zone.list'
    throw new ApiError(400, { code: 0, message: `Actor '${actor}' requires permission '${needed}' to list zones` })
  }
  const { page, perPage, resultInfo } = pageOf(query)
  const name = query.get('name')
  const zones = caller.account.zones.filter(
    (zone) => matchesName(zone.name, name) && holdsOnZone(caller, NEEDED.zoneRead, zone.id),
  )
  const result = zones.slice((page - 1) * perPage, page * perPage).map((zone) => zoneAnswer(zone, caller.account.id))
  const info = { ...resultInfo(result.length, zones.length), total_pages: Math.ceil(zones.length / perPage) }
  return success(result, { result_info: info })
}

/** Every property required by the schema, and those a picker may show. */
function zoneAnswer({ id, name }: { id: string; name: string }, accountId: string) {
  const owner = LISTED_ACCOUNTS.find((listed) => listed.id === accountId)?.name ?? `Account ${accountId.slice(0, 8)}`
  return {
    id,
    name,
    status: 'active',
    paused: false,
    type: 'full',
    development_mode: 0,
    name_servers: ['lola.ns.cloudflare.com', 'bob.ns.cloudflare.com'],
    original_name_servers: ['ns1.registrar.example', 'ns2.registrar.example'],
    original_registrar: null,
    original_dnshost: null,
    created_on: '2019-04-02T09:12:44.000000Z',
    modified_on: '2026-02-11T16:40:02.000000Z',
    activated_on: '2019-04-02T11:30:10.000000Z',
    meta: { step: 2, custom_certificate_quota: 0, page_rule_quota: 3, phishing_detected: false },
    owner: { id: accountId, type: 'organization', name: owner },
    account: { id: accountId, name: owner },
    plan: { id: '0feeeeeeeeeeeeeeeeeeeeeeeeeeeeee', name: 'Free Website' },
    permissions: ['#zone:read'],
  }
}

function matchesName(name: string, filter: string | null): boolean {
  if (filter === null) return true
  const [, operator, text = ''] = /^(contains|starts_with):(.*)$/.exec(filter) ?? []
  if (operator === 'contains') return name.includes(text)
  if (operator === 'starts_with') return name.startsWith(text)
  return name === filter
}

/** `GET /accounts/:account_id/r2/buckets`: one jurisdiction per call, paged by cursor. */
export function listBuckets(caller: Caller, query: URLSearchParams, request: Request): Response {
  mayListBuckets(caller)
  const jurisdiction = request.headers.get('cf-r2-jurisdiction') ?? 'default'
  if (!JURISDICTIONS.has(jurisdiction)) {
    throw new ApiError(400, { code: 10001, message: 'Unknown jurisdiction' })
  }
  const perPage = whole(query, 'per_page', 20, 1, 1000)
  const start = whole(query, 'cursor', 0, 0, 1_000_000)
  const wanted = query.get('name_contains') ?? ''
  const all = caller.account.buckets.filter(
    (bucket) => bucket.jurisdiction === jurisdiction && bucket.name.includes(wanted),
  )
  const buckets = all
    .slice(start, start + perPage)
    .map(({ name, creation_date }) => ({ name, creation_date, location: 'weur', storage_class: 'Standard' }))
  const cursor = start + perPage < all.length ? String(start + perPage) : ''
  return success({ buckets }, { result_info: { per_page: perPage, ...(cursor && { cursor }) } })
}

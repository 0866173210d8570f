import { ApiError } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import { mayListBuckets, mayListZones } from './authorize.ts'
import { success } from './envelope.ts'
import { pageOf, whole } from './paging.ts'
import { LISTED_ACCOUNTS } from './seed.ts'

const JURISDICTIONS = new Set(['default', 'eu', 'us', 'fedramp', 'fedramp-high'])

/** `GET /accounts` */
export function listAccounts(query: URLSearchParams): Response {
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
  const zones = caller.account.zones.filter((zone) => matchesName(zone.name, name))
  const result = zones.slice((page - 1) * perPage, page * perPage).map((zone) => ({
    ...zone,
    status: 'active',
    type: 'full',
    paused: false,
    account: { id: caller.account.id },
  }))
  const info = { ...resultInfo(result.length, zones.length), total_pages: Math.ceil(zones.length / perPage) }
  return success(result, { result_info: info })
}

function matchesName(name: string, filter: string | null): boolean {
  if (filter === null) return true
  const [, operator, text = ''] = /^(contains|starts_with):(.*)$/.exec(filter) ?? []
  if (operator === 'contains') return name.includes(text)
  if (operator === 'starts_with') return name.startsWith(text)
  return name === filter
}

/** `GET /accounts/:account_id/r2/buckets`: one jurisdiction at a time, by cursor. */
export function listBuckets(caller: Caller, query: URLSearchParams, request: Request): Response {
  mayListBuckets(caller)
  const jurisdiction = request.headers.get('cf-r2-jurisdiction') ?? 'default'
  if (!JURISDICTIONS.has(jurisdiction)) {
    throw new ApiError(400, { code: 10001, message: 'Unknown jurisdiction' })
  }
  const perPage = whole(query, 'per_page', 20, 1, 1000)
  const start = Number(query.get('cursor') ?? 0)
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

import { ApiError } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import { visibleWorkers } from './authorize.ts'
import { success } from './envelope.ts'
import { pageOf } from './paging.ts'
import { seededId } from './random.ts'
import type { Worker } from './types.ts'

function seenBy(caller: Caller): Worker[] {
  const seen = visibleWorkers(caller)
  return caller.account.workers.filter(({ tag }) => seen === null || seen.has(tag))
}

/** `GET /accounts/:account_id/workers/scripts`: all in one answer; `id` is the name. */
export function listScripts(caller: Caller, query: URLSearchParams): Response {
  const wanted = tagFilter(query.get('tags'))
  const result = seenBy(caller)
    .filter(({ tags }) => wanted.every(({ tag, isAllowed }) => tags.includes(tag) === isAllowed))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, tag, tags, created_on, updated_on }) => ({
      id: name,
      tag,
      tags,
      etag: seededId(`${tag} ${updated_on}`),
      created_on,
      modified_on: updated_on,
      usage_model: 'standard',
      handlers: ['fetch'],
      has_assets: false,
      has_modules: true,
      logpush: false,
      last_deployed_from: 'wrangler',
    }))
  return success(result)
}

/** `production:yes,legacy:no` */
function tagFilter(text: string | null): { tag: string; isAllowed: boolean }[] {
  if (text === null) return []
  return text.split(',').map((pair) => {
    const [, tag = '', word] = /^([^:]+):(yes|no)$/.exec(pair) ?? []
    if (!tag) throw new ApiError(400, { code: 10_021, message: 'tags must be a list of tag:yes or tag:no' })
    return { tag, isAllowed: word === 'yes' }
  })
}

/** `GET /accounts/:account_id/workers/workers`: paged; `id` is the tag. */
export function listWorkers(caller: Caller, query: URLSearchParams): Response {
  const { page, perPage, resultInfo } = pageOf(query, { min: 1, max: 100, fallback: 10 })
  const by = query.get('order_by') ?? 'deployed_on'
  const order = query.get('order') ?? 'desc'
  if (!ORDERS.has(by)) throw new ApiError(400, { code: 10_021, message: 'order_by is unknown' })
  if (order !== 'asc' && order !== 'desc') {
    throw new ApiError(400, { code: 10_021, message: 'order must be asc or desc' })
  }
  const keyOf = (worker: Worker) =>
    by === 'name' ? worker.name : by === 'created_on' ? worker.created_on : worker.updated_on
  const all = seenBy(caller).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
  if (order === 'desc') all.reverse()
  const result = all.slice((page - 1) * perPage, page * perPage).map(({ tag, name, tags, created_on, updated_on }) => ({
    id: tag,
    name,
    tags,
    created_on,
    updated_on,
    deployed_on: updated_on,
    logpush: false,
    observability: { enabled: true, head_sampling_rate: 1 },
    references: { dispatch_namespace_outbounds: [], domains: [], durable_objects: [], queues: [], workers: [] },
    subdomain: { enabled: false, previews_enabled: false },
    tail_consumers: [],
  }))
  const total_pages = Math.ceil(all.length / perPage)
  return success(result, { result_info: { ...resultInfo(result.length, all.length), total_pages } })
}

const ORDERS = new Set(['deployed_on', 'updated_on', 'created_on', 'name'])

import { readText } from './read-json.ts'
import type { Account, RequestRecord } from './types.ts'

const MAX_REQUESTS = 1000
/** Limit for all recorded bodies of one account, in characters of JSON. */
const MAX_BODIES = 4_000_000

/** Records a call. Keeps the newest calls, and the bodies of the newest writes. */
export async function recordRequest(account: Account, request: Request, path: string): Promise<RequestRecord> {
  const body = await bodyOfWrite(request, path)
  const record: RequestRecord = { method: request.method, path, status: null, effect: false, ...body }
  const { requests } = account
  requests.push(record)
  if (requests.length > MAX_REQUESTS) requests.shift()
  if (record.body !== undefined) dropOldBodies(requests)
  return record
}

/** The body of a create or an update. Roll requests and answers contain secrets, so they are not recorded. */
async function bodyOfWrite(request: Request, path: string): Promise<{ body?: unknown }> {
  const isWrite = request.method === 'POST' || request.method === 'PUT'
  if (!isWrite || !/^\/tokens(?:\/[0-9a-f]{32})?$/.test(path)) return {}
  try {
    return { body: JSON.parse(await readText(request.clone())) as unknown }
  } catch {
    return {}
  }
}

function dropOldBodies(requests: readonly RequestRecord[]) {
  let size = 0
  for (const one of requests.toReversed()) {
    if (one.body !== undefined) size += JSON.stringify(one.body).length
    if (size > MAX_BODIES) delete one.body
  }
}

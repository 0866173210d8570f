import type { Hono } from 'hono'
import { ApiError } from './api-error.ts'
import { authenticate, callerOf, type Caller } from './authenticate.ts'
import { createControl } from './control.ts'
import { documented } from './documentation.ts'
import { failure } from './envelope.ts'
import { play, takeFault } from './faults.ts'
import { randomId } from './random.ts'
import { countCall, countStranger } from './rate-limit.ts'
import { recordRequest } from './requests.ts'
import { listAccounts, listBuckets, listZones } from './resources.ts'
import { route, type Call } from './routes.ts'
import { DEFAULT_ACCOUNT_ID } from './seed.ts'
import { createStore, type Store } from './store.ts'
import {
  createToken,
  deleteToken,
  getToken,
  listPermissionGroups,
  listTokens,
  rollToken,
  updateToken,
} from './tokens.ts'
import type { Account } from './types.ts'
import { refuseAtUserEndpoint } from './user-endpoints.ts'
import { verifyToken } from './verify.ts'
import { listScripts, listWorkers } from './workers.ts'

export type SandboxOptions = {
  /** The secret of each account's own token (see `OWN_TOKEN_NAME`). */
  token: string
  /** Ms since 1970. */
  now?: () => number
  /** Delays every answer. */
  latencyMs?: number
  /** The most tokens an account may have. */
  tokenQuota?: number
}

export type Sandbox = {
  /** Serves `/client/v4/…` of any origin. Rejects with `DroppedConnection` when a fault closes the connection. */
  fetch: (request: Request) => Promise<Response>
  /** Routes for scenarios and faults, to be mounted under `/api/sandbox`. */
  control: Hono
}

const PREFIX = '/client/v4'

/** An emulator of the API: follows `docs/api-behaviour.md`, in memory, deterministic. */
export function createSandbox({ token, now = Date.now, latencyMs = 0, tokenQuota = 500 }: SandboxOptions): Sandbox {
  const store = createStore(token, tokenQuota, now)

  const answerTo = async (request: Request): Promise<Response> => {
    const { path, query, accountId } = addressOf(request)
    const headers: Record<string, string> = {}
    const call = () => answered(() => respond(store, request, path, query, now(), headers))
    // An accepted caller creates the account of the path. An unknown caller does not, but may use an existing one.
    const caller = accountId && (await callerOf(request, store, accountId))
    const account = caller && caller.account.id === accountId ? caller.account : accountId && store.peek(accountId)
    const answer = account ? await noted(account, request, inAccount(path), call) : await call()
    for (const [name, value] of Object.entries(headers)) if (!answer.headers.has(name)) answer.headers.set(name, value)
    return answer
  }

  return {
    fetch: async (request) => {
      if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
      const { accountId } = addressOf(request)
      const answer = await store.during(accountId ?? DEFAULT_ACCOUNT_ID, () => answerTo(request))
      answer.headers.set('cf-ray', `${randomId().slice(0, 16)}-SBX`)
      answer.headers.set('cache-control', 'no-store, no-cache, must-revalidate')
      return answer
    },
    control: createControl(store, now),
  }
}

/** Records a call and applies its armed fault. */
async function noted(
  account: Account,
  request: Request,
  path: string,
  call: () => Promise<Response>,
): Promise<Response> {
  const fault = takeFault(account, request, path)
  const record = await recordRequest(account, request, path)
  const applied = async () => {
    const answer = await call()
    record.effect = answer.ok && request.method !== 'GET'
    return answer
  }
  const answer = fault ? await play(fault, applied) : await applied()
  record.status = answer.status
  return answer
}

function addressOf({ url }: Request) {
  const { pathname, searchParams: query } = new URL(url)
  const path = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : ''
  return { path, query, accountId: accountNamed(path, query) }
}

const inAccount = (path: string) => path.replace(/^\/accounts\/[0-9a-f]{32}/, '')

/** The account of a call, for faults and records: from its path, or from the query of `/zones`. */
function accountNamed(path: string, query: URLSearchParams): string | null {
  const inPath = /^\/accounts\/([0-9a-f]{32})(?:\/|$)/.exec(path)?.[1]
  if (inPath) return inPath
  const inQuery = query.get('account.id') ?? ''
  return path === '/zones' && /^[0-9a-f]{32}$/.test(inQuery) ? inQuery : null
}

async function answered(call: () => Promise<Response>): Promise<Response> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof ApiError) return failure(error.status, error.errors, error.headers)
    throw error
  }
}

async function respond(
  store: Store,
  request: Request,
  path: string,
  query: URLSearchParams,
  now: number,
  headers: Record<string, string>,
): Promise<Response> {
  const accountId = accountNamed(path, query) ?? DEFAULT_ACCOUNT_ID
  const caller = await callerOf(request, store, accountId)
  Object.assign(headers, caller ? countCall(caller.account, caller.tokenId, now) : countStranger())
  const call = route(request.method, path)
  try {
    return await answer(call, store, accountId, request, query, now)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 403) throw error
    throw new ApiError(403, documented(error.errors, call.name, request.method), error.headers)
  }
}

async function answer(
  call: Call,
  store: Store,
  accountId: string,
  request: Request,
  query: URLSearchParams,
  now: number,
): Promise<Response> {
  if (call.name === 'verify') return verifyToken(store, accountId, request, now)
  if (call.name === 'user' || call.name === 'memberships' || call.name === 'user-verify') {
    return refuseAtUserEndpoint(call.name, request, store, accountId)
  }
  return perform(call, await authenticate(request, store, accountId, now), request, query, now)
}

async function perform(
  call: Exclude<Call, { name: 'user-verify' | 'user' | 'memberships' | 'verify' }>,
  caller: Caller,
  request: Request,
  query: URLSearchParams,
  now: number,
): Promise<Response> {
  const { method } = request
  switch (call.name) {
    case 'accounts':
      return listAccounts(caller, query)
    case 'zones':
      return listZones(caller, query)
    case 'buckets':
      return listBuckets(caller, query, request)
    case 'scripts':
      return listScripts(caller, query)
    case 'workers':
      return listWorkers(caller, query)
    case 'page-rules':
      throw new ApiError(400, { code: 1011, message: 'Page Rules endpoint does not support account owned tokens' })
    case 'groups':
      return listPermissionGroups(caller, query)
    case 'tokens':
      return method === 'POST' ? createToken(caller, request, now) : listTokens(caller, query, now)
    case 'value':
      return rollToken(caller, call.tokenId, request, now)
    case 'token':
      if (method === 'PUT') return updateToken(caller, call.tokenId, request, now)
      return method === 'DELETE' ? deleteToken(caller, call.tokenId) : getToken(caller, call.tokenId, now)
    default:
      throw new ApiError(404, { code: 7000, message: 'No route for that URI' })
  }
}

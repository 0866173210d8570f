import { ApiError } from './api-error.ts'
import { isInside } from './ip-match.ts'
import type { Store } from './store.ts'
import { wireTime } from './wire-time.ts'
import type { Account, Ownership, StoredToken } from './types.ts'

/** After this many unknown tokens in one account, the API refuses them without a check. */
const MAX_BAD_ATTEMPTS = 50
/** `last_used_on` lags, as it does live. */
const USE_LAG_MS = 60_000

export type Caller = { account: Account; token: StoredToken; ownerOf: Ownership }

/** The bearer token, or the API's refusal of a header without one. */
export function readBearer(request: Request): string {
  const header = request.headers.get('authorization')
  const key = request.headers.get('x-auth-key')
  if (header === null && key !== null) throw badHeaders(6103, 'Invalid format for X-Auth-Key header')
  if (header === null) {
    throw new ApiError(400, { code: 9106, message: 'Missing X-Auth-Key, X-Auth-Email or Authorization headers' })
  }
  const bearer = bearerOf(request)
  if (bearer === null) throw badHeaders(6111, 'Invalid format for Authorization header')
  return bearer
}

/** The bearer token, if the header has the right format. */
const bearerOf = (request: Request): string | null =>
  /^Bearer ([\w-]{37,200})$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? null

/** The account and token of a call, before any other check; `null` for an unknown bearer. */
export async function callerOf(request: Request, store: Store, accountId: string) {
  const bearer = bearerOf(request)
  return bearer === null ? null : store.findSecret(accountId, bearer)
}

const badHeaders = (code: number, message: string) =>
  new ApiError(400, { code: 6003, message: 'Invalid request headers', error_chain: [{ code, message }] })

const INVALID = { code: 9109, message: 'Invalid access token' }

/** The caller of an ordinary endpoint of an account. */
export async function authenticate(request: Request, store: Store, accountId: string, now: number): Promise<Caller> {
  const bearer = readBearer(request)
  const found = await store.findSecret(accountId, bearer)
  const token = found?.account.tokens.get(found.tokenId)
  if (!found || !token) {
    const isTooMuch = store.countBadAttempt(accountId) > MAX_BAD_ATTEMPTS
    const message = 'Max auth failures reached, please check your Authorization header.'
    throw new ApiError(403, isTooMuch ? { code: 9109, message } : INVALID)
  }
  if (found.account.id !== accountId) throw unauthorized()
  if (!isUsable(token, now)) throw new ApiError(403, INVALID)
  checkAddress(token, request)
  noteUse(token, now)
  return { account: found.account, token, ownerOf: store.ownerOf }
}

export const unauthorized = () =>
  new ApiError(403, { code: 9109, message: 'Unauthorized to access requested resource' })

function isUsable(token: StoredToken, now: number): boolean {
  if (token.status !== 'active') return false
  if (token.expires_on && now >= Date.parse(token.expires_on)) return false
  return !token.not_before || now >= Date.parse(token.not_before)
}

/** The caller's address, as an edge in front of the API would report it. */
const callerAddress = (request: Request) => request.headers.get('cf-connecting-ip') ?? '127.0.0.1'

export function checkAddress({ condition }: StoredToken, request: Request): void {
  const ip = callerAddress(request)
  const { in: allowed = [], not_in: exceptions = [] } = condition?.request_ip ?? {}
  const isAllowed = allowed.length === 0 || allowed.some((cidr) => isInside(ip, cidr))
  if (isAllowed && !exceptions.some((cidr) => isInside(ip, cidr))) return
  throw new ApiError(403, { code: 9109, message: `Cannot use the access token from location: ${ip}` })
}

export function noteUse(token: StoredToken, now: number): void {
  const last = token.last_used_on ? Date.parse(token.last_used_on) : 0
  if (now - last > USE_LAG_MS) token.last_used_on = wireTime(now)
}

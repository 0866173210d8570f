import { ApiError, invalid } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import { mayReadTokens, mayWriteTokens } from './authorize.ts'
import { success } from './envelope.ts'
import { updateHeld } from './held.ts'
import { pageOf } from './paging.ts'
import { digest, randomId, randomSecret } from './random.ts'
import { managedTokenId, ownTokenId } from './seed.ts'
import { wireTime } from './wire-time.ts'
import type { Account, StoredToken } from './types.ts'
import { validPolicies } from './validate-policies.ts'
import { checkValidity, readBody, validCondition, validName, validStatus, validTime } from './validate-token.ts'

const RECENTLY_EXPIRED_MS = 30 * 86_400_000

/** `GET /accounts/:account_id/tokens` */
export function listTokens(caller: Caller, query: URLSearchParams, now: number): Response {
  mayReadTokens(caller)
  const { page, perPage, resultInfo } = pageOf(query)
  const direction = query.get('direction') ?? 'desc'
  if (direction !== 'asc' && direction !== 'desc') throw invalid(1001, 'direction must be asc or desc', '/direction')
  const withExpired = query.get('include_expired') ?? 'false'
  if (withExpired !== 'true' && withExpired !== 'false') {
    throw invalid(1001, 'include_expired must be true or false', '/include_expired')
  }
  const wanted = query.get('name')?.toLowerCase() ?? ''
  const all = [...caller.account.tokens.values()]
    .toReversed()
    .filter((token) => isListed(token, withExpired === 'true', now) && named(caller.account, token, wanted))
    .toSorted((a, b) => (a.issued_on < b.issued_on ? 1 : a.issued_on > b.issued_on ? -1 : a.id < b.id ? -1 : 1))
  if (direction === 'asc') all.reverse()
  const result = all.slice((page - 1) * perPage, page * perPage).map((token) => answer(caller.account, token, now))
  return success(result, { result_info: resultInfo(result.length, all.length) })
}

/** `name` matches any part, ignoring case; the API does not specify it (`docs/api-behaviour.md` §2.1). */
function named(account: Account, token: StoredToken, wanted: string): boolean {
  if (wanted === '') return true
  const name = account.odd.has(token.id) ? account.odd.get(token.id)?.['name'] : token.name
  return (typeof name === 'string' ? name : '').toLowerCase().includes(wanted)
}

function isListed(token: StoredToken, withExpired: boolean, now: number): boolean {
  if (!token.expires_on || token.status === 'disabled') return true
  const expiredFor = now - Date.parse(token.expires_on)
  return expiredFor < 0 || (withExpired && expiredFor <= RECENTLY_EXPIRED_MS)
}

/** A token as the API answers it. After its expiry, the status is "expired". */
function answer(account: Account, token: StoredToken, now: number): unknown {
  if (account.held.has(token.id)) return account.held.get(token.id)
  const isExpired = token.status === 'active' && token.expires_on && now >= Date.parse(token.expires_on)
  return account.odd.get(token.id) ?? { ...token, ...(isExpired && { status: 'expired' }) }
}

function findToken(account: Account, tokenId: string): StoredToken {
  const token = account.tokens.get(tokenId)
  if (!token) throw new ApiError(404, { code: 1003, message: 'Token not found' })
  return token
}

/** `GET /accounts/:account_id/tokens/:token_id` */
export function getToken(caller: Caller, tokenId: string, now: number): Response {
  mayReadTokens(caller)
  return success(answer(caller.account, findToken(caller.account, tokenId), now))
}

/** `POST /accounts/:account_id/tokens`: its answer contains the secret, once. */
export async function createToken(caller: Caller, request: Request, now: number): Promise<Response> {
  mayWriteTokens(caller)
  const { account } = caller
  const body = await readBody(request)
  const name = validName(body['name'])
  const policies = validPolicies(body['policies'], caller, null)
  const condition = validCondition(body['condition'])
  const expires_on = validTime(body['expires_on'], 'expires_on')
  const not_before = validTime(body['not_before'], 'not_before')
  const status = validStatus(body['status']) ?? 'active'
  const limits = { ...(expires_on && { expires_on }), ...(not_before && { not_before }) }
  checkValidity(limits, undefined, now)
  if (account.tokens.size >= account.scenario.quota) {
    throw new ApiError(400, { code: 1001, message: `Limit of ${account.scenario.quota} account tokens reached` })
  }
  const token: StoredToken = {
    id: randomId(),
    name,
    status,
    issued_on: wireTime(now),
    modified_on: wireTime(now),
    last_used_on: null,
    ...limits,
    ...(condition && { condition }),
    policies,
  }
  const value = randomSecret()
  account.room.set(token.id, JSON.stringify(token).length)
  account.tokens.set(token.id, token)
  await keepSecret(account, value, token.id, now)
  return success({ ...token, value })
}

/** `PUT /accounts/:account_id/tokens/:token_id`: absent fields stay, `null` clears. */
export async function updateToken(caller: Caller, tokenId: string, request: Request, now: number): Promise<Response> {
  mayWriteTokens(caller)
  const { account } = caller
  const stored = findToken(account, tokenId)
  const body = await readBody(request)
  if (account.held.has(tokenId)) return success(updateHeld(account, tokenId, body))
  const name = validName(body['name'])
  const policies = validPolicies(body['policies'], caller, heldPolicies(account, stored))
  const condition = validCondition(body['condition'])
  const expires_on = validTime(body['expires_on'], 'expires_on')
  const not_before = validTime(body['not_before'], 'not_before')
  const status = validStatus(body['status'])

  const { expires_on: oldEnd, not_before: oldStart, condition: oldCondition, ...kept } = stored
  const end = expires_on === undefined ? oldEnd : expires_on
  const start = not_before === undefined ? oldStart : not_before
  const limit = condition === undefined ? oldCondition : condition
  const token: StoredToken = {
    ...kept,
    name,
    policies,
    ...(status && { status }),
    modified_on: laterThan(stored.modified_on, now),
    ...(end && { expires_on: end }),
    ...(start && { not_before: start }),
    ...(limit && { condition: limit }),
  }
  checkValidity(token, stored, now)
  account.room.set(tokenId, JSON.stringify(token).length)
  account.tokens.set(tokenId, token)
  account.odd.delete(tokenId)
  return success(token)
}

/** Times have whole seconds, but a change within the same second must be visible. */
function laterThan(previous: string, now: number): string {
  return wireTime(Math.max(now, Date.parse(previous) + 1000))
}

/** `DELETE /accounts/:account_id/tokens/:token_id` */
export function deleteToken(caller: Caller, tokenId: string): Response {
  mayWriteTokens(caller)
  const { account } = caller
  findToken(account, tokenId)
  if (tokenId === managedTokenId(account.id)) {
    throw new ApiError(400, { code: 1001, message: 'This token is managed by Cloudflare and cannot be deleted' })
  }
  account.tokens.delete(tokenId)
  account.held.delete(tokenId)
  account.room.free(tokenId)
  account.windows.delete(tokenId)
  dropSecrets(account, tokenId)
  return success({ id: tokenId })
}

/** `PUT /accounts/:account_id/tokens/:token_id/value`: the old secret stops working at once. */
export async function rollToken(caller: Caller, tokenId: string, request: Request, now: number): Promise<Response> {
  mayWriteTokens(caller)
  const { account } = caller
  const token = findToken(account, tokenId)
  await readBody(request)
  const value = randomSecret()
  dropSecrets(account, tokenId)
  await keepSecret(account, value, tokenId, now)
  account.tokens.set(tokenId, { ...token, modified_on: laterThan(token.modified_on, now) })
  return success(value)
}

/** The policies of a token as answered. A PUT may keep these without the right to grant them. */
function heldPolicies(account: Account, stored: StoredToken): unknown[] {
  const policies = account.odd.get(stored.id)?.['policies'] ?? stored.policies
  return Array.isArray(policies) ? policies : []
}

async function keepSecret(account: Account, value: string, tokenId: string, now: number): Promise<void> {
  const hash = await digest(value)
  account.secrets.set(hash, tokenId)
  const delay = account.scenario.secretDelaySeconds * 1000
  if (delay > 0) account.notYet.set(hash, now + delay)
}

function dropSecrets(account: Account, tokenId: string): void {
  for (const [hash, id] of account.secrets) {
    if (id !== tokenId) continue
    account.secrets.delete(hash)
    account.notYet.delete(hash)
  }
  if (tokenId === ownTokenId(account.id)) account.secrets.delete('own')
}

/** `GET /accounts/:account_id/tokens/permission_groups`: all in one answer; `name` must match exactly. */
export function listPermissionGroups(caller: Caller, query: URLSearchParams): Response {
  mayReadTokens(caller)
  const name = query.get('name')?.toLowerCase()
  const scope = query.get('scope')
  const result = caller.account.catalogue.filter(
    (group) =>
      (name === undefined || group.name.toLowerCase() === name) && (scope === null || group.scopes.includes(scope)),
  )
  return success(result)
}

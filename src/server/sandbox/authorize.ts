import { type Caller, unauthorized } from './authenticate.ts'
import { NEEDED, SCOPE } from './catalogue.ts'
import type { StoredPolicy, StoredToken } from './types.ts'

/** Whether a token has one of the groups on any resource. A denial of the same group wins. */
function holds(token: StoredToken, groupIds: readonly string[]): boolean {
  const has = (effect: string) => (id: string) => policiesWith(token, effect, id).length > 0
  return groupIds.some((id) => has('allow')(id) && !has('deny')(id))
}

const policiesWith = (token: StoredToken, effect: string, groupId: string): StoredPolicy[] =>
  token.policies.filter(
    (policy) => policy.effect === effect && policy.permission_groups.some((group) => group.id === groupId),
  )

/** Either group allows reading tokens and the catalogue (`docs/api-behaviour.md` §2). */
export function mayReadTokens({ token }: Caller): void {
  if (!holds(token, [NEEDED.tokensRead, NEEDED.tokensWrite])) throw unauthorized()
}

export function mayWriteTokens({ token }: Caller): void {
  if (!holds(token, [NEEDED.tokensWrite])) throw unauthorized()
}

export function mayListBuckets({ token }: Caller): void {
  if (!holds(token, [NEEDED.bucketsRead, NEEDED.bucketsWrite])) throw unauthorized()
}

/**
 * Whether a token has a group on a zone: named alone, through all zones of the account, or through the account. A
 * denial wins.
 */
export function holdsOnZone({ account, token }: Caller, groupId: string, zoneId: string): boolean {
  const own = `${SCOPE.account}.${account.id}`
  const reaches = ({ resources }: StoredPolicy) => {
    const inside = resources[own]
    if (inside === '*' || resources[`${SCOPE.zone}.${zoneId}`] !== undefined) return true
    return typeof inside === 'object' && [`${SCOPE.zone}.*`, `${SCOPE.zone}.${zoneId}`].some((key) => key in inside)
  }
  const has = (effect: string) => policiesWith(token, effect, groupId).some(reaches)
  return has('allow') && !has('deny')
}

export const mayListZones = ({ token }: Caller): boolean => holds(token, [NEEDED.zoneRead])

/** The tags of the Workers visible to the caller; `null` means all. */
export function visibleWorkers({ account, token }: Caller): ReadonlySet<string> | null {
  const seesAll = account.catalogue.some(
    ({ id, name, scopes }) => scopes.includes(SCOPE.account) && WORKERS_ROLE.test(name) && holds(token, [id]),
  )
  if (seesAll) return null
  const tagsOf = (effect: string) =>
    token.policies
      .filter((policy) => policy.effect === effect)
      .flatMap(({ resources }) => Object.values(resources))
      .flatMap((inner) => (typeof inner === 'string' ? [] : Object.keys(inner)))
      .filter((key) => key.startsWith(`${SCOPE.worker}.`))
      .map((key) => key.slice(SCOPE.worker.length + 1))
  const denied = new Set(tagsOf('deny'))
  const tags = tagsOf('allow').filter((tag) => !denied.has(tag))
  if (tags.length === 0) throw unauthorized()
  return new Set(tags)
}

/** Matched by name, because the IDs of the Workers roles are not published. */
const WORKERS_ROLE = /^Workers (?:Scripts (?:Read|Write)|Metadata Read-Only|Content Read-Only|Editor|Admin)$/

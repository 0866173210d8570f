import { type Caller, unauthorized } from './authenticate.ts'
import { NEEDED } from './catalogue.ts'
import type { StoredToken } from './types.ts'

/** Whether a token holds one of the groups somewhere; a denial of the same group wins. */
function holds(token: StoredToken, groupIds: readonly string[]): boolean {
  const has = (effect: string) => (id: string) =>
    token.policies.some(
      (policy) => policy.effect === effect && policy.permission_groups.some((group) => group.id === id),
    )
  return groupIds.some((id) => has('allow')(id) && !has('deny')(id))
}

/** Reading tokens and the catalogue takes either group (`contract/api-behaviour.md` §2). */
export function mayReadTokens({ token }: Caller): void {
  if (!holds(token, [NEEDED.tokensRead, NEEDED.tokensWrite])) throw unauthorized()
}

export function mayWriteTokens({ token }: Caller): void {
  if (!holds(token, [NEEDED.tokensWrite])) throw unauthorized()
}

export function mayListBuckets({ token }: Caller): void {
  if (!holds(token, [NEEDED.bucketsRead, NEEDED.bucketsWrite])) throw unauthorized()
}

export const mayListZones = ({ token }: Caller): boolean => holds(token, [NEEDED.zoneRead])

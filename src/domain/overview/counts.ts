import { TOKENS_WRITE, USER_TOKENS_WRITE } from '#domain/findings/group-ids.ts'
import type { AccessLevel } from '#domain/reach/access-level.ts'
import { tokenLevel } from '#domain/reach/token-level.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { deriveStatus } from '#domain/token/status.ts'
import type { Token } from '#domain/token/token.ts'
import { isLive } from './live.ts'
import { lastUse, type Use } from './uses.ts'

/** Live tokens by last use. `unknown` of them are of a status that is not known. */
export type UseCounts = { live: number; unknown: number; uses: Record<Use, number> }

/** `now` in ms since 1970. */
export function countUses(tokens: readonly Token[], now: number): UseCounts {
  const uses: UseCounts['uses'] = { day: 0, week: 0, month: 0, quarter: 0, '90d': 0, never: 0, unreadable: 0 }
  const live = tokens.filter((token) => isLive(token, now))
  for (const token of live) uses[lastUse(token, now)] += 1
  const unknown = live.filter((token) => deriveStatus(token, now).kind === 'unknown').length
  return { live: live.length, unknown, uses }
}

/** Permission groups that let a token create tokens. */
export const MINTING = [TOKENS_WRITE, USER_TOKENS_WRITE]

/** Live tokens by the most they can do, as written; `minting` of them can create tokens. */
export type ReachCounts = { live: number; levels: Record<AccessLevel, number>; minting: number }

/** `now` in ms since 1970. */
export function countReach(all: readonly TokenReach[], now: number): ReachCounts {
  const levels: ReachCounts['levels'] = { none: 0, denied: 0, read: 0, run: 0, unknown: 0, change: 0, everywhere: 0 }
  const live = all.filter(({ token }) => isLive(token, now))
  for (const reach of live) levels[tokenLevel(reach)] += 1
  return { live: live.length, levels, minting: live.filter(isMinting).length }
}

const isMinting = ({ parts }: TokenReach): boolean =>
  parts.some(
    ({ groups, places }) =>
      groups.some(({ id }) => MINTING.includes(id)) &&
      places.some(({ state }) => state !== 'dead' && state !== 'denied'),
  )

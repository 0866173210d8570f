import { deriveStatus } from '#domain/token/status.ts'
import type { Token } from '#domain/token/token.ts'

/** Why a token does not work and never will by itself; `null` if it works or will. */
export type Inactive = 'disabled' | 'expired' | 'revoked' | 'of an unknown status'

export function inactiveState(token: Token, now: number): Inactive | null {
  const { kind } = deriveStatus(token, now)
  if (kind === 'disabled' || kind === 'expired' || kind === 'revoked') return kind
  return kind === 'unknown' ? 'of an unknown status' : null
}

/** A token that an export leaves out, and why. */
export type LeftOut = { token: Token; reason: string }

/** "1 disabled, 2 expired", the most frequent first. */
export function countReasons(leftOut: LeftOut[]): string {
  const counts = new Map<string, number>()
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ')
}

import { DAY_MS, msOf } from './time.ts'
import type { Token } from './token.ts'

/** The remaining share of a token's life, 0 to 1. `null` when it has no start or no end. */
export function lifeLeft(
  token: Pick<Token, 'issuedOn' | 'notBefore' | 'expiresOn'>,
  now: number,
): { fraction: number; daysLeft: number; daysTotal: number } | null {
  if (!token.expiresOn) return null
  const starts = [token.issuedOn, token.notBefore].flatMap((time) => (time ? [msOf(time)] : []))
  if (starts.length === 0) return null
  const start = Math.max(...starts)
  const end = msOf(token.expiresOn)
  const total = end - start
  // A life has no length when it ends before its start, or when a time is unreadable.
  if (!(total > 0)) return null
  const left = Math.min(Math.max(end - now, 0), total)
  return { fraction: left / total, daysLeft: Math.floor(left / DAY_MS), daysTotal: Math.round(total / DAY_MS) }
}

import { DAY_MS, msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'

/**
 * When a token was used last; each token is of one kind. `unreadable` is a time that is none, which is not taken for
 * never.
 */
export const USES = ['day', 'week', 'month', 'quarter', '90d', 'never', 'unreadable'] as const
export type Use = (typeof USES)[number]

/** `now` in ms since 1970. A use in the future, by another clock, counts as just now. */
export function lastUse({ lastUsedOn }: Pick<Token, 'lastUsedOn'>, now: number): Use {
  if (lastUsedOn === null) return 'never'
  const days = (now - msOf(lastUsedOn)) / DAY_MS
  if (Number.isNaN(days)) return 'unreadable'
  if (days <= 1) return 'day'
  if (days <= 7) return 'week'
  if (days <= 30) return 'month'
  return days <= 90 ? 'quarter' : '90d'
}

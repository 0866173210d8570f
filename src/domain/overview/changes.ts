import { deriveStatus } from '#domain/token/status.ts'
import { DAY_MS, msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'

const WEEK_MS = 7 * DAY_MS

/** The latest that is known to have happened to a token. `at` in ms since 1970. */
export type Change = { token: Token; at: number; kind: 'created' | 'modified' | 'revoked' }

/** Tokens created or modified in the seven days before `now` (ms since 1970), the latest first. */
export function changesOf(tokens: readonly Token[], now: number): Change[] {
  return tokens
    .flatMap((token): Change[] => {
      const issued = msOf(token.issuedOn ?? '')
      const modified = msOf(token.modifiedOn ?? '')
      const times = [issued, modified].filter((at) => now - at <= WEEK_MS)
      if (times.length === 0) return []
      const isRevoked = deriveStatus(token, now).kind === 'revoked'
      // Creating a token sets both times.
      const kind = isRevoked ? 'revoked' : modified > issued || Number.isNaN(issued) ? 'modified' : 'created'
      return [{ token, at: Math.max(...times), kind }]
    })
    .sort((a, b) => b.at - a.at)
}

import { deriveStatus } from '#domain/token/status.ts'
import type { Token } from '#domain/token/token.ts'

/** Whether a token works at a time (ms since 1970). One of a status that is not known may work. */
export function isLive(token: Pick<Token, 'status' | 'notBefore' | 'expiresOn'>, now: number): boolean {
  const { kind } = deriveStatus(token, now)
  return kind === 'active' || kind === 'expiring' || kind === 'unknown'
}

import type { Token } from '#domain/token/token.ts'
import type { LeftOut } from './token-state.ts'

/** No real token is nested this deeply, and each level is a recursive call of what writes JSON. */
const MAX_LEVELS = 100

export const TOO_DEEP = 'nested too deeply'

/** Whether a token, as it came, has more levels than can be written. Never throws. */
export function isTooDeep({ wire }: Token): boolean {
  let level: unknown[] = [wire]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_LEVELS) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : []))
  }
  return false
}

/** The tokens that no format can contain. */
export const leftOutTooDeep = (tokens: Token[]): LeftOut[] =>
  tokens.filter(isTooDeep).map((token) => ({ token, reason: TOO_DEEP }))

export const withoutTooDeep = (tokens: Token[]): Token[] => tokens.filter((token) => !isTooDeep(token))

import type { AccessLevel } from './access-level.ts'
import { tokenLevel } from './token-level.ts'
import type { TokenReach } from './token-reach.ts'

/** So many parts are read in one go: about a millisecond on a slow laptop. */
const SLICE = 500

/** The level of each token by its ID. Each step is a slice of the tokens, and yields how many are read. */
export function* readLevels(reach: readonly TokenReach[]): Generator<number, ReadonlyMap<string, AccessLevel>, void> {
  const levels = new Map<string, AccessLevel>()
  let parts = 0
  for (const one of reach) {
    levels.set(one.token.id, tokenLevel(one))
    parts += one.parts.length
    if (parts < SLICE) continue
    parts = 0
    yield levels.size
  }
  return levels
}

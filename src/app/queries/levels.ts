import { queryOptions } from '@tanstack/react-query'
import type { AccessLevel } from '#domain/reach/access-level.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

type Levels = ReadonlyMap<string, AccessLevel>

async function read(reach: TokenReach[], signal: AbortSignal) {
  const { readLevels } = await import('#domain/reach/read-levels.ts')
  return runSteps(readLevels(reach), signal)
}

/** The level of each token by its ID, computed while the page stays usable. Until then, that of fewer tokens. */
export const levelsQuery = (accountId: string, reach: TokenReach[]) =>
  queryOptions<Levels>({
    queryKey: ['levels', accountId, identityOf(reach)],
    queryFn: ({ signal }) => read(reach, signal),
    ...COMPUTED,
  })

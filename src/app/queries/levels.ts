import { queryOptions } from '@tanstack/react-query'
import type { AccessLevel } from '#domain/reach/access-level.ts'
import type { Token } from '#domain/token/token.ts'
import { identityOf } from './identity.ts'
import { loadOnce } from './load-once.ts'
import { readReach, type ReachContext } from './reach.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

type Levels = ReadonlyMap<string, AccessLevel>

const loadLevels = loadOnce(() => import('#domain/reach/read-levels.ts'))

async function read(context: ReachContext, tokens: Token[], signal: AbortSignal) {
  const { readLevels } = await loadLevels()
  return runSteps(readLevels(await readReach(context, tokens, signal)), signal)
}

/** The level of each token by its ID, computed while the page stays usable. Until then, that of fewer tokens. */
export const levelsQuery = (context: ReachContext, tokens: Token[]) =>
  queryOptions<Levels>({
    queryKey: ['levels', context.accountId, identityOf(tokens), identityOf(context.catalogue)],
    queryFn: ({ signal }) => read(context, tokens, signal),
    ...COMPUTED,
  })

import { queryOptions } from '@tanstack/react-query'
import { cliffsOf, type Cliff } from '#domain/expiry/cliffs.ts'
import { expiryOf, type Expiry } from '#domain/expiry/expiry.ts'
import { changesOf, type Change } from '#domain/overview/changes.ts'
import { countReach, countUses, type ReachCounts, type UseCounts } from '#domain/overview/counts.ts'
import type { Token } from '#domain/token/token.ts'
import { identityOf } from './identity.ts'
import { readReach, type ReachContext } from './reach.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

/** What the overview tells of tokens without their findings; `known` of them were counted. */
type Figures = {
  known: number
  uses: UseCounts
  changes: Change[]
  expiry: Expiry
  cliffs: Cliff[]
  /** `undefined` while what it is read by is on its way. */
  reach: ReachCounts | undefined
}

function* figuresWithout(tokens: Token[], now: number): Generator<void, Omit<Figures, 'reach'>, void> {
  const uses = countUses(tokens, now)
  yield
  const changes = changesOf(tokens, now)
  yield
  const expiry = expiryOf(tokens, now)
  yield
  return { known: tokens.length, uses, changes, expiry, cliffs: cliffsOf(expiry, now) }
}

/**
 * Thousands of tokens are counted between renders, so that the page stays usable, and all figures of them are drawn
 * at once. `context` is `null` until their reach can be told; `now` in ms since 1970.
 */
export const figuresQuery = (context: ReachContext | null, tokens: Token[], now: number) =>
  queryOptions<Figures>({
    queryKey: ['figures', context && [context.accountId, identityOf(context.catalogue)], identityOf(tokens), now],
    queryFn: async ({ signal }) => {
      const figures = await runSteps(figuresWithout(tokens, now), signal)
      return { ...figures, reach: context ? countReach(await readReach(context, tokens, signal), now) : undefined }
    },
    ...COMPUTED,
  })

import { queryOptions } from '@tanstack/react-query'
import { cliffsOf, type Cliff } from '#domain/expiry/cliffs.ts'
import { expiryOf, type Expiry } from '#domain/expiry/expiry.ts'
import { changesOf, type Change } from '#domain/overview/changes.ts'
import { countReach, countUses, type ReachCounts, type UseCounts } from '#domain/overview/counts.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import type { Token } from '#domain/token/token.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, nextTask, runSteps } from './run-steps.ts'

/** What the overview tells of tokens without their reach; `known` of them were counted. */
type Sums = { known: number; uses: UseCounts; changes: Change[]; expiry: Expiry; cliffs: Cliff[] }

function* sumUp(tokens: Token[], now: number): Generator<void, Sums, void> {
  const uses = countUses(tokens, now)
  yield
  const changes = changesOf(tokens, now)
  yield
  const expiry = expiryOf(tokens, now)
  yield
  return { known: tokens.length, uses, changes, expiry, cliffs: cliffsOf(expiry) }
}

/** Thousands of tokens are counted between renders, so that the page stays usable. `now` in ms since 1970. */
export const sumsQuery = (tokens: Token[], now: number) =>
  queryOptions<Sums>({
    queryKey: ['sums', identityOf(tokens), now],
    queryFn: async ({ signal }) => {
      // A query begins as a part of a render, which has taken its time.
      await nextTask()
      return runSteps(sumUp(tokens, now), signal)
    },
    ...COMPUTED,
  })

/** The same of what tokens reach. */
export const reachCountsQuery = (reach: TokenReach[], now: number) =>
  queryOptions<ReachCounts & { known: number }>({
    queryKey: ['reach-counts', identityOf(reach), now],
    queryFn: async () => {
      await nextTask()
      return { known: reach.length, ...countReach(reach, now) }
    },
    ...COMPUTED,
  })

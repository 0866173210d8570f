import { queryOptions } from '@tanstack/react-query'
import type { CallContext } from '#domain/operations/can-call.ts'
import type { Need } from '#domain/operations/need.ts'
import { tokensThatCanSteps, type TokensThatCan } from '#domain/operations/tokens-that-can.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

type AbleTokens = TokensThatCan & { needs: Need[]; reach: TokenReach[] }

/** The tokens that can make all of some requests, with what was asked of which tokens, computed while the page stays usable. */
export const ableTokensQuery = (reach: TokenReach[] | undefined, needs: Need[], context: CallContext) =>
  queryOptions<AbleTokens>({
    queryKey: ['able-tokens', identityOf(reach), identityOf(needs), context],
    queryFn: async ({ signal }) => {
      const asked = { needs, reach: reach ?? [] }
      return { ...asked, ...(await runSteps(tokensThatCanSteps(asked.reach, needs, context), signal)) }
    },
    ...COMPUTED,
  })

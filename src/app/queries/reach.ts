import { queryOptions } from '@tanstack/react-query'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { tokenReachReader, type TokenReach } from '#domain/reach/token-reach.ts'
import type { Token } from '#domain/token/token.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

export type ReachContext = { accountId: string; catalogue: PermissionGroup[] | undefined }

/** Readers remember the tokens they have read, so that a growing inventory costs what is new in it. */
let last: (ReachContext & { read: ReturnType<typeof tokenReachReader> }) | null = null

/** What tokens reach. Rejects when `signal` is aborted. */
export function readReach(
  { accountId, catalogue }: ReachContext,
  tokens: Token[],
  signal: AbortSignal,
): Promise<TokenReach[]> {
  if (last?.accountId !== accountId || last.catalogue !== catalogue)
    last = { accountId, catalogue, read: tokenReachReader({ accountId, catalogue }) }
  return runSteps(last.read(tokens), signal)
}

/** What tokens reach, computed while the page stays usable. Until then, what was computed for fewer tokens. */
export const reachQuery = (context: ReachContext, tokens: Token[]) =>
  queryOptions<TokenReach[]>({
    queryKey: ['reach', context.accountId, identityOf(tokens), identityOf(context.catalogue)],
    queryFn: ({ signal }) => readReach(context, tokens, signal),
    ...COMPUTED,
  })

import { isPolicy } from '#domain/policy/read-policy.ts'
import type { Token } from '#domain/token/token.ts'
import { atOnce } from './at-once.ts'
import { reachReader, type Reach, type ReachContext } from './reach.ts'

/** What a token reaches as written. It may reach more when it `isCut`: a policy, or all of them, cannot be read. */
export type TokenReach = Reach & { token: Token; isCut: boolean }

/** So many policies are read in one go: some milliseconds on a slow laptop. */
const SLICE = 1000

/**
 * Reads the tokens of an account in slices: each step of the generator is one, and yields how many tokens are read. A
 * token that was read before (the same object) costs nothing, so a growing list costs what is new in it.
 */
export function tokenReachReader(
  context: ReachContext,
): (tokens: readonly Token[]) => Generator<number, TokenReach[], void> {
  let known = new WeakMap<Token, TokenReach>()
  // A new object for each token, because levels and findings are remembered by it.
  const read = reachReader(context, () => (known = new WeakMap()))
  return function* slices(tokens) {
    for (;;) {
      const held = known
      const all: TokenReach[] = []
      let policies = 0
      for (const token of tokens) {
        const found = held.get(token)
        const reach = found ?? { token, ...read(token.policies), isCut: isCut(token) }
        if (!found) {
          held.set(token, reach)
          policies += token.policies.length
        }
        all.push(reach)
        if (policies < SLICE) continue
        policies = 0
        yield all.length
      }
      // A second time at most: then all names are known.
      if (held === known) return all
    }
  }
}

/** The same for some tokens, in one go. */
export const readReach = (tokens: readonly Token[], context: ReachContext): TokenReach[] =>
  atOnce(tokenReachReader(context)(tokens))

/** Also where its policies came as no list. A policy of the documented form is read as it came. */
function isCut({ policies, wire }: Token): boolean {
  const came: unknown = wire.policies
  return !Array.isArray(came) || came.some((policy, index) => policy !== policies[index] && !isPolicy(policy))
}

import type { TokenFacts } from './facts.ts'
import { namesWords } from './words.ts'

/** Live tokens that can do exactly the same from the same addresses, and their names. */
type Twins = {
  live: readonly TokenFacts[]
  /** How many have each name. */
  counts: ReadonlyMap<string, number>
  /** The first tokens of three different names, by name. */
  first: ReadonlyMap<string, TokenFacts['token']>
}

const NONE: Twins = { live: [], counts: new Map(), first: new Map() }

const known = new WeakMap<readonly TokenFacts[], ReadonlyMap<number, Twins>>()

/** The live tokens that can do the same as a token, itself among them if it is live; in the order of `all`. */
export const twinsOf = (facts: TokenFacts, all: readonly TokenFacts[]): Twins =>
  (facts.access === null ? undefined : byAccess(all).get(facts.access)) ?? NONE

/** Several rules ask, so it is read once. */
function byAccess(all: readonly TokenFacts[]): ReadonlyMap<number, Twins> {
  const made = known.get(all) ?? alike(all)
  known.set(all, made)
  return made
}

function alike(all: readonly TokenFacts[]): ReadonlyMap<number, Twins> {
  const groups = new Map<number, TokenFacts[]>()
  for (const facts of all) {
    if (facts.access === null || !facts.isLive) continue
    const group = groups.get(facts.access)
    if (group) group.push(facts)
    else groups.set(facts.access, [facts])
  }
  return new Map([...groups].map(([access, live]) => [access, toTwins(live)]))
}

function toTwins(live: readonly TokenFacts[]): Twins {
  const counts = new Map<string, number>()
  const first = new Map<string, TokenFacts['token']>()
  for (const { token } of live) {
    counts.set(token.name, (counts.get(token.name) ?? 0) + 1)
    if (first.size < 3 && !first.has(token.name)) first.set(token.name, token)
  }
  return { live, counts, first }
}

/** The names of the others. An account may have thousands of twins, so no list of them is made for each. */
export function otherNames({ token }: TokenFacts, { counts, first }: Twins): string {
  const isAlone = counts.get(token.name) === 1
  const others = [...first.values()].filter(({ name }) => !isAlone || name !== token.name)
  return namesWords(others, counts.size - (isAlone ? 1 : 0))
}

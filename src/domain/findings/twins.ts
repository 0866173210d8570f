import { canonicalCondition } from '#domain/condition/condition.ts'
import { covers, type TokenFacts } from './facts.ts'

const known = new WeakMap<readonly TokenFacts[], ReadonlyMap<TokenFacts, readonly TokenFacts[]>>()

/**
 * The live tokens that can do exactly the same from the same addresses, by token: of those that work or worked, and
 * can do something. A token with policies that have unknown fields is like no other.
 */
export function twinsOf(all: readonly TokenFacts[]): ReadonlyMap<TokenFacts, readonly TokenFacts[]> {
  const found = known.get(all)
  if (found) return found
  const keyOf = accessKeys()
  const alike = new Map<string, TokenFacts[]>()
  for (const facts of all) {
    if (!facts.isPlain || facts.held.length === 0) continue
    const key = `${canonicalCondition(facts.token.wire.condition)} ${keyOf(facts)}`
    alike.set(key, [...(alike.get(key) ?? []), facts])
  }
  const twins = new Map(
    [...alike.values()].flatMap((group) => {
      const live = group.filter(({ isLive }) => isLive)
      return group.map((facts) => [facts, live.filter((other) => other !== facts)] as const)
    }),
  )
  known.set(all, twins)
  return twins
}

/** One text for the same access, however it is spread over policies. The texts of places are numbered. */
function accessKeys(): (facts: TokenFacts) => string {
  const numbers = new Map<string, number>()
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  return ({ held }) =>
    held
      .flatMap(({ groups, places }) => {
        const wide = places.filter(({ place }) => place.kind === 'all')
        const own = places.filter((at) => !wide.some((one) => one !== at && covers(one, at)))
        const texts = own.map(({ place, state, effect, except }) =>
          [place.key, state, effect, ...except.map(({ key }) => key).sort()].join(' '),
        )
        const number = numberOf(texts.sort().join('\n'))
        return groups.map(({ id }) => `${id} ${number}`)
      })
      .sort()
      .join('\n')
}

import { canonicalCondition } from '#domain/condition/condition.ts'
import { covers, type TokenFacts } from './facts.ts'

/** One text for the same access from the same addresses. None for a token that can do nothing, or whose policies have unknown fields. */
type Accesses = ReadonlyMap<TokenFacts, string>

type Known = { accesses: Accesses; twins: ReadonlyMap<TokenFacts, readonly TokenFacts[]> }
const known = new WeakMap<readonly TokenFacts[], Known>()

/** The live tokens that can do exactly the same from the same addresses, by token, be that live or not. */
export const twinsOf = (all: readonly TokenFacts[]): Known['twins'] => compared(all).twins

export const accessesOf = (all: readonly TokenFacts[]): Accesses => compared(all).accesses

/** Several rules ask, so it is read once. */
function compared(all: readonly TokenFacts[]): Known {
  const made = known.get(all) ?? compare(all)
  known.set(all, made)
  return made
}

function compare(all: readonly TokenFacts[]): Known {
  const keyOf = accessKeys()
  const accesses = new Map<TokenFacts, string>()
  const alike = new Map<string, TokenFacts[]>()
  for (const facts of all) {
    if (!facts.isPlain || facts.held.length === 0) continue
    const key = `${canonicalCondition(facts.token.wire.condition)} ${keyOf(facts)}`
    accesses.set(facts, key)
    const group = alike.get(key)
    if (group) group.push(facts)
    else alike.set(key, [facts])
  }
  const twins = new Map(
    [...alike.values()].flatMap((group) => {
      const live = group.filter(({ isLive }) => isLive)
      return group.map((facts) => [facts, live.filter((other) => other !== facts)] as const)
    }),
  )
  return { accesses, twins }
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

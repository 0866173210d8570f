import { canonicalCondition } from '#domain/condition/condition.ts'
import { compareReach } from '#domain/reach/compare.ts'
import { groupsOf } from '#domain/reach/reach.ts'
import type { Context } from './context.ts'
import { isBefore } from './days.ts'
import type { TokenFacts } from './facts.ts'
import type { SeenIn } from './rule.ts'
import { accessesOf } from './twins.ts'
import { namesWords } from './words.ts'

/** Unused tokens that can do a part of what another one can, from the same addresses. */
export function findParts(all: readonly TokenFacts[], { now, settings: { unusedAfter } }: Context): SeenIn[] {
  const accesses = accessesOf(all)
  const numbers = new Map([...new Set(accesses.values())].map((access, index) => [access, index]))
  const live = all
    .filter((facts) => facts.isLive && accesses.has(facts))
    // So that the same one is named in any order of the tokens.
    .sort((a, b) => (a.token.id < b.token.id ? -1 : 1))
    .map((facts) => toHolder(facts, numbers.get(accesses.get(facts) ?? '') ?? -1))
  const holders = new Map<string, Holder[]>()
  for (const holder of live)
    for (const id of holder.ids) {
      const known = holders.get(id + holder.condition)
      if (known) known.push(holder)
      else holders.set(id + holder.condition, [holder])
    }
  /** Many tokens share an access, so each pair is compared once. */
  const compared = new Map<string, boolean>()
  const isPartOf = (part: Holder, whole: Holder) => {
    const pair = `${part.access} ${whole.access}`
    const isKnown = compared.get(pair) ?? isPart(part, whole)
    compared.set(pair, isKnown)
    return isKnown
  }
  const isUnused = ({ token: { lastUsedOn, issuedOn }, isBreakGlass }: TokenFacts) =>
    !isBreakGlass && [lastUsedOn ?? issuedOn, issuedOn].every((time) => isBefore(time, unusedAfter, now))
  return live.flatMap((part) => {
    if (!isUnused(part.facts)) return []
    // A wider token has all groups, so it is among the holders of each.
    const candidates = [...part.ids].map((id) => holders.get(id + part.condition) ?? [])
    const [fewest = []] = candidates.sort((a, b) => a.length - b.length)
    const wider = fewest.find((other) => other !== part && isPartOf(part, other))
    return wider ? [toSeen(part.facts, wider.facts)] : []
  })
}

/** `access` is the number of all that can do the same. */
type Holder = { facts: TokenFacts; access: number; ids: ReadonlySet<string>; condition: string }

const toHolder = (facts: TokenFacts, access: number): Holder => ({
  facts,
  access,
  ids: new Set(facts.held.flatMap(({ groups }) => groups.map(({ id }) => id))),
  condition: canonicalCondition(facts.token.wire.condition),
})

function isPart(part: Holder, whole: Holder): boolean {
  if (part.access === whole.access || part.ids.size > whole.ids.size) return false
  if (![...part.ids].every((id) => whole.ids.has(id))) return false
  const { onlyA, onlyB } = compareReach(groupsOf(part.facts.reach), groupsOf(whole.facts.reach))
  return onlyA.length === 0 && onlyB.length > 0
}

const toSeen = (facts: TokenFacts, wider: TokenFacts): SeenIn => ({
  facts,
  severity: 'tidy',
  seen: `It is unused, and ${namesWords([wider.token])} can do all that it can, and more.`,
  evidence: [{ field: 'wider', value: wider.token.id }],
  fix: { kind: 'action', label: 'Delete', action: { kind: 'delete' } },
})

import type { Place } from '#domain/policy/place.ts'
import { compareReach } from '#domain/reach/compare.ts'
import { groupsOf } from '#domain/reach/reach.ts'
import type { Context } from './context.ts'
import { isBefore } from './days.ts'
import type { TokenFacts } from './facts.ts'
import type { SeenIn } from './rule.ts'
import { tokensWords } from './words.ts'

/** Unused tokens that can do a part of what another one can, from the same addresses. */
export function* findParts(
  all: readonly TokenFacts[],
  { now, settings: { unusedAfter } }: Context,
): Generator<SeenIn | null> {
  const live: Holder[] = []
  for (const [index, facts] of all.entries()) {
    if (facts.isLive && facts.access !== null) live.push(holderOf(facts, facts.access))
    if (index % SLICE === 0) yield null
  }
  const isSince = (time: string | null) => isBefore(time, unusedAfter, now)
  const unused = live.filter(
    ({ facts: { token, isBreakGlass } }) =>
      !isBreakGlass && isSince(token.issuedOn) && (token.lastUsedOn === null || isSince(token.lastUsedOn)),
  )
  const holders = holdersOf(live, new Set(unused.flatMap(({ ids }) => [...ids])))
  yield null
  let work = 0
  for (const [index, part] of unused.entries()) {
    for (const other of fewestOf(part, holders)) {
      const compared = compare(part, other)
      if (compared.isPart) {
        yield toSeen(part.facts, other.facts)
        break
      }
      work += compared.work
      if (work < SLICE * COMPARISON) continue
      work = 0
      yield null
    }
    if (index % SLICE === 0) yield null
  }
}

/** Of each: thousands of unused tokens with the same groups in other places would be millions of pairs. */
const MOST_COMPARED = 100
/** So many holders are read or compared in one go. */
const SLICE = 50
/** The work of a comparison, where a look at what is known or at the places is 1. */
const COMPARISON = 50

type Holder = {
  facts: TokenFacts
  access: number
  ids: ReadonlySet<string>
  /** By their keys. */
  places: ReadonlyMap<string, Place>
  /** Whether it is a part of another access. Many tokens share one, and all are compared again with each page. */
  compared: Map<number, boolean>
}

/** Tokens are compared again with each page of them that is read. */
const known = new WeakMap<TokenFacts, Holder>()

function holderOf(facts: TokenFacts, access: number): Holder {
  const holder = known.get(facts) ?? {
    facts,
    access,
    ids: new Set(facts.held.flatMap(({ groups }) => groups.map(({ id }) => id))),
    places: new Map(facts.held.flatMap(({ places }) => places.map(({ place }) => [place.key, place]))),
    compared: new Map(),
  }
  known.set(facts, holder)
  return holder
}

type Holders = Map<string, Map<string, Holder[]>>

/** The tokens from each of the addresses that have each of the permission groups. */
function holdersOf(all: readonly Holder[], ids: ReadonlySet<string>): Holders {
  const holders: Holders = new Map()
  for (const holder of all) {
    const { from } = holder.facts
    const byId = holders.get(from) ?? new Map<string, Holder[]>()
    holders.set(from, byId)
    for (const id of holder.ids) {
      if (!ids.has(id)) continue
      const those = byId.get(id)
      if (those) those.push(holder)
      else byId.set(id, [holder])
    }
  }
  return holders
}

/** A wider token has all groups of the part from the same addresses, so it is among the holders of each of them. */
function fewestOf({ ids, facts }: Holder, holders: Holders): readonly Holder[] {
  const byId = holders.get(facts.from)
  let fewest: Holder[] | undefined
  for (const id of ids) {
    const those = byId?.get(id) ?? []
    if (!fewest || those.length < fewest.length) fewest = those
  }
  return fewest ?? []
}

/** Whether a token can do a part of what another one can, and how much work it was to tell. */
function compare(part: Holder, whole: Holder): { isPart: boolean; work: number } {
  const known = part.compared.get(whole.access)
  if (known !== undefined) return { isPart: known, work: 1 }
  const isPossible = mayHold(whole, part)
  const isPart = isPossible && isWider(whole, part)
  if (part.compared.size < MOST_COMPARED) part.compared.set(whole.access, isPart)
  return { isPart, work: isPossible ? COMPARISON : 1 }
}

/** What can be told of most pairs at a look: a wider token has all groups, and each place or all of its kind. */
function mayHold(whole: Holder, part: Holder): boolean {
  if (part.access === whole.access || part.ids.size > whole.ids.size) return false
  for (const id of part.ids) if (!whole.ids.has(id)) return false
  for (const { key, inside } of part.places.values())
    if (!whole.places.has(key) && (inside === null || !whole.places.has(inside))) return false
  return true
}

function isWider(whole: Holder, part: Holder): boolean {
  const { onlyA, onlyB } = compareReach(groupsOf(part.facts.reach), groupsOf(whole.facts.reach))
  return onlyA.length === 0 && onlyB.length > 0
}

const toSeen = (facts: TokenFacts, wider: TokenFacts): SeenIn => ({
  facts,
  severity: 'tidy',
  seen: `It is unused, and ${tokensWords([wider.token])} can do all that it can, and more.`,
  evidence: [{ field: 'wider', value: wider.token.id }],
  fix: { kind: 'action', label: 'Delete', action: { kind: 'delete' } },
})

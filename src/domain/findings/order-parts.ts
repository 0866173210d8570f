import { canonicalCondition } from '#domain/condition/condition.ts'
import { compareReach } from '#domain/reach/compare.ts'
import { groupsOf } from '#domain/reach/reach.ts'
import type { Context } from './context.ts'
import { isBefore } from './days.ts'
import type { TokenFacts } from './facts.ts'
import { seenIf, type SeenIn } from './rule.ts'
import { namesWords } from './words.ts'

/** Unused tokens that can do a part of what another one can, from the same addresses. */
export function findParts(all: readonly TokenFacts[], { now, settings: { unusedAfter } }: Context): SeenIn[] {
  const live = all.filter(({ isLive, isPlain, held }) => isLive && isPlain && held.length > 0)
  const conditions = new Map(live.map((facts) => [facts, canonicalCondition(facts.token.wire.condition)]))
  /** By permission group and IP limit: only tokens that share one can have more. */
  const holders = new Map<string, TokenFacts[]>()
  for (const facts of live)
    for (const id of groupIds(facts)) {
      const key = `${id} ${conditions.get(facts)}`
      const known = holders.get(key)
      if (known) known.push(facts)
      else holders.set(key, [facts])
    }
  return live.flatMap((facts) => {
    const { token, isBreakGlass } = facts
    const isUnused = [token.lastUsedOn ?? token.issuedOn, token.issuedOn].every((time) =>
      isBefore(time, unusedAfter, now),
    )
    if (!isUnused || isBreakGlass) return []
    const ids = groupIds(facts)
    const candidates = [...ids].map((id) => holders.get(`${id} ${conditions.get(facts)}`) ?? [])
    const fewest = candidates.reduce((least, one) => (one.length < least.length ? one : least), candidates[0] ?? [])
    const wider = fewest.find((other) => other !== facts && isPart(facts, other, ids))
    return seenIf(wider !== undefined, () => ({
      severity: 'tidy',
      seen: `It is unused, and ${namesWords(wider ? [wider.token] : [])} can do all that it can, and more.`,
      evidence: [{ field: 'wider', value: wider?.token.id ?? '' }],
      fix: { kind: 'action', label: 'Delete', action: { kind: 'delete' } },
    })).map((seen) => ({ ...seen, facts }))
  })
}

const groupIds = ({ held }: TokenFacts): ReadonlySet<string> =>
  new Set(held.flatMap(({ groups }) => groups.map(({ id }) => id)))

function isPart(part: TokenFacts, whole: TokenFacts, ids: ReadonlySet<string>): boolean {
  if (![...ids].every((id) => groupIds(whole).has(id))) return false
  const { onlyA, onlyB } = compareReach(groupsOf(part.reach), groupsOf(whole.reach))
  return onlyA.length === 0 && onlyB.length > 0
}

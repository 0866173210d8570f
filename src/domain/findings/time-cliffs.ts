import { fewestOfCliff } from '#domain/expiry/cliffs.ts'
import { count } from '#domain/text/plural.ts'
import { msOf } from '#domain/token/time.ts'
import type { Context } from './context.ts'
import type { TokenFacts } from './facts.ts'
import { NO_FIX } from './finding.ts'
import type { SeenIn } from './rule.ts'
import { DAY_MS, dayText, isWithin } from './days.ts'
import { tokensWords } from './words.ts'

/** Tokens in use that end within 24 hours of each other. */
export function findCliffs(all: readonly TokenFacts[], { now, settings }: Context): SeenIn[] {
  const used = all.filter(({ token, isLive }) => isLive && isWithin(token.lastUsedOn, settings.unusedAfter, now))
  const ending = used
    .filter(({ isEndless }) => !isEndless)
    .map(({ token }) => ({ token, end: msOf(token.expiresOn ?? '') }))
    .sort((a, b) => a.end - b.end || (a.token.id < b.token.id ? -1 : 1))
  const enough = fewestOfCliff(used.length)
  const found: SeenIn[] = []
  let after = 0
  let taken = 0
  for (const [at, { end }] of ending.entries()) {
    while ((ending[after]?.end ?? Infinity) <= end + DAY_MS) after += 1
    if (at < taken || after - at < enough) continue
    found.push(toSeen(ending.slice(at, after).map(({ token }) => token)))
    taken = after
  }
  return found
}

const toSeen = (tokens: TokenFacts['token'][]): SeenIn => ({
  facts: null,
  severity: 'review',
  seen: `${count(tokens.length, 'token')} in use end within 24 hours from ${dayText(tokens[0]?.expiresOn ?? '')}: ${tokensWords(tokens)}.`,
  evidence: tokens.map(({ id, expiresOn }) => ({ field: 'token', value: id, ...(expiresOn && { at: expiresOn }) })),
  fix: NO_FIX,
})

import { cliffsOf, type Cliff } from '#domain/expiry/cliffs.ts'
import { expiryOf } from '#domain/expiry/expiry.ts'
import { count } from '#domain/text/plural.ts'
import { wholeSeconds } from '#domain/token/time.ts'
import type { Context } from './context.ts'
import type { TokenFacts } from './facts.ts'
import { NO_FIX } from './finding.ts'
import type { SeenIn } from './rule.ts'
import { dayText } from './days.ts'
import { tokensWords } from './words.ts'

/** Tokens in use that end within 24 hours of each other, as the expiry page has them. */
export function findCliffs(all: readonly TokenFacts[], { now }: Context): SeenIn[] {
  const expiry = expiryOf(
    all.map(({ token }) => token),
    now,
  )
  return cliffsOf(expiry, now).map(toSeen)
}

function toSeen({ endings, day }: Cliff): SeenIn {
  const tokens = endings.map(({ token }) => token)
  const when = dayText(wholeSeconds(day.start))
  const amount = `${count(endings.length, 'token')} in use end`
  return {
    facts: null,
    severity: 'review',
    seen: `${day.count === endings.length ? `${amount} on ${when}` : `${amount} within 24 hours of each other, ${day.count} of them on ${when}`}: ${tokensWords(tokens)}.`,
    evidence: tokens.map(({ id, expiresOn }) => ({ field: 'token', value: id, ...(expiresOn && { at: expiresOn }) })),
    fix: NO_FIX,
  }
}

import { count } from '#domain/text/plural.ts'
import { withinHours } from '#domain/expiry/working-hours.ts'
import { DAY_MS, hasJustEnded, msOf, wholeSeconds } from '#domain/token/time.ts'
import type { BaseContext, Judging } from './context.ts'
import type { TokenFacts } from './facts.ts'
import type { Seen, Severity } from './finding.ts'
import { seenIf, type Rule, type SeenIn } from './rule.ts'
import { dayText, daysSince, endAfter, isWithin, startOf } from './days.ts'
import { twinsOf } from './twins.ts'
import { safeText } from '#domain/token/safe-text.ts'

const life = { family: 'time', about: 'misuse' } as const

/** Rules about the start and the end of tokens. */
export const LIFE_RULES: Rule[] = [
  {
    ...life,
    id: 'T1',
    about: 'function',
    title: 'In use and about to end',
    why: 'It is in use and will stop.',
    unseen: 'Whether a replacement with other permissions is planned.',
    guards: ['A token that can do the same from the same addresses and ends later.'],
    findAcross: (all, { now }) =>
      all.flatMap((facts) => {
        const { token, isLive, isEndless } = facts
        const left = -(daysSince(token.expiresOn, now) ?? Number.NaN)
        const isNear = isLive && !isEndless && left <= 30 && isWithin(token.lastUsedOn, 7, now)
        return inToken(facts, isNear && !hasHeir(facts, all, msOf(token.expiresOn ?? '')), () => ({
          severity: nearness(left),
          seen: `It ends on ${dayText(token.expiresOn ?? '')}, in ${left < 1 ? 'less than a day' : count(Math.floor(left), 'day')}, and ${
            Number.isNaN(msOf(token.lastUsedOn ?? '')) ? 'may be' : 'is'
          } in use.`,
          evidence: [{ field: 'expiresOn' }],
          fix: { kind: 'replace', label: 'Replace' },
        }))
      }),
  },
  {
    ...life,
    id: 'T2',
    about: 'end',
    title: 'Ended while in use',
    why: 'Something was using it until it ended.',
    unseen: 'Whether what used it has another token by now.',
    guards: ['A token that can do the same from the same addresses and works.'],
    findAcross: (all, { now }) =>
      all.flatMap((facts) => {
        const { token, kind, isEndless } = facts
        const end = msOf(token.expiresOn ?? '')
        const isJust = kind === 'expired' && !isEndless && hasJustEnded(end, now)
        return inToken(facts, isJust && isWithin(token.lastUsedOn, 7, end) && !hasHeir(facts, all, now), () => ({
          severity: 'act-now',
          seen: `It ended on ${dayText(token.expiresOn ?? '')} and was last used on ${dayText(token.lastUsedOn ?? '')}.`,
          evidence: [{ field: 'expiresOn' }],
          fix: { kind: 'replace', label: 'Replace' },
        }))
      }),
  },
  {
    ...life,
    id: 'T3',
    title: 'Never expires',
    why: 'A forgotten secret stays good for ever.',
    unseen: 'Whether the end was left out on purpose.',
    guards: ['Tokens for emergencies.'],
    find: (facts, context) => {
      const { token, isLive, isEndless, isBreakGlass, canChange } = facts
      return seenIf(isLive && isEndless && !isBreakGlass, () => {
        const days = daysToEnd(facts, context)
        return {
          severity: canChange ? 'fix-soon' : 'review',
          seen:
            token.expiresOn === null
              ? 'It has no expiration.'
              : `Its expiration “${safeText(token.expiresOn)}” can’t be read.`,
          evidence: [{ field: 'expiresOn' }],
          fix: {
            kind: 'action',
            label: `Set an expiration in ${days} days`,
            action: { kind: 'expiry', expiresOn: endAfter(days, token, context) },
          },
        }
      })
    },
  },
  {
    ...life,
    id: 'T4',
    title: 'Lives too long',
    why: 'The longer a secret is good, the more places it is left in.',
    unseen: 'Whether its secret was rolled.',
    guards: ['Tokens that do not work.', 'Tokens for emergencies.'],
    find: findLongLife,
  },
  {
    ...life,
    id: 'T11',
    about: 'function',
    title: 'Start that makes no sense',
    why: 'It will not work, or not soon.',
    unseen: 'Whether it is meant for a later project.',
    guards: [],
    find: ({ token: { notBefore, expiresOn } }, { now }) => {
      const start = msOf(notBefore ?? '')
      const isNever = start >= msOf(expiresOn ?? '')
      return seenIf(isNever || start > now + 180 * DAY_MS, () => ({
        severity: 'review',
        seen: isNever
          ? `It starts on ${dayText(notBefore ?? '')} and ends no later than that.`
          : `It starts on ${dayText(notBefore ?? '')}, more than 180 days from now.`,
        evidence: [{ field: 'notBefore' }],
        fix: { kind: 'edit', label: 'Correct the dates' },
      }))
    },
  },
]

const inToken = (facts: TokenFacts, condition: boolean, seen: () => Seen): SeenIn[] =>
  seenIf(condition, seen).map((one) => ({ ...one, facts }))

/** Days to the end that T3 offers: the latest usual one that T4 does not find too late, or else 90. */
function daysToEnd({ token, canChange }: TokenFacts, context: BaseContext): number {
  const { longestLife } = context.settings
  const lifeWith = (days: number) => msOf(endAfter(days, token, context)) - msOf(token.issuedOn ?? '')
  return (canChange ? [] : [365, 180]).find((days) => !(lifeWith(days) > longestLife * DAY_MS)) ?? 90
}

function nearness(days: number): Severity {
  if (days <= 3) return 'act-now'
  return days <= 14 ? 'fix-soon' : 'review'
}

/** Whether a live token can do the same, ends later, and works by a time (ms since 1970). */
function hasHeir(facts: TokenFacts, all: readonly TokenFacts[], by: number): boolean {
  const end = msOf(facts.token.expiresOn ?? '')
  return twinsOf(facts, all).live.some((twin) => {
    const { expiresOn, notBefore } = twin.token
    const isLater = expiresOn === null || msOf(expiresOn) > end
    const isSure = twin !== facts && twin.kind !== 'unknown'
    return isSure && isLater && (notBefore === null || msOf(notBefore) <= by)
  })
}

function findLongLife(
  { token, isLive, isBreakGlass }: TokenFacts,
  { now, settings: { longestLife, workingHours } }: Judging,
): Seen[] {
  const [start, end] = [msOf(token.issuedOn ?? ''), msOf(token.expiresOn ?? '')]
  const days = (end - start) / DAY_MS
  const allowed = withinHours(start + longestLife * DAY_MS, workingHours)
  return seenIf(isLive && !isBreakGlass && days > longestLife, () => ({
    severity: 'review',
    seen: `It lives for ${count(Math.ceil(days), 'day')}, until ${dayText(token.expiresOn ?? '')}; ${longestLife} are the most here.`,
    evidence: [{ field: 'expiresOn' }],
    fix:
      allowed > startOf(token, now) + 7 * DAY_MS
        ? {
            kind: 'action',
            label: 'Shorten',
            action: { kind: 'expiry', expiresOn: wholeSeconds(allowed) },
          }
        : { kind: 'replace', label: 'Replace by one that ends sooner' },
  }))
}

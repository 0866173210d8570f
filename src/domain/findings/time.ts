import type { Fix } from './finding.ts'
import type { TokenFacts } from './facts.ts'
import { findCliffs } from './time-cliffs.ts'
import { LIFE_RULES } from './time-life.ts'
import { seenIf, type Rule } from './rule.ts'
import { dayText, daysSince, isBefore, isWithin, latest } from './days.ts'
import { count } from '#domain/text/plural.ts'
import { DAY_MS } from '#domain/token/time.ts'

const time = { family: 'time', about: 'misuse' } as const

export const TIME_RULES: Rule[] = [
  ...LIFE_RULES,
  {
    ...time,
    id: 'T5',
    title: 'Old secret',
    why: 'Cloudflare advises to change a secret every year, and that of a pipeline every 90 days.',
    unseen: 'When the secret was last rolled: an edit counts as well, so it may be older.',
    guards: [],
    find: (facts, { now, settings }) => {
      const { token, isLive } = facts
      const age = (now - latest(token.issuedOn, token.modifiedOn)) / DAY_MS
      const isPipeline = PIPELINE.test(token.name)
      return seenIf(isLive && age > (isPipeline ? settings.oldPipelineSecret : settings.oldSecret), () => ({
        severity: age > VERY_OLD ? 'fix-soon' : 'review',
        seen: `Its secret is at least ${daysWords(age)} old${isPipeline ? ', and its name tells of a pipeline' : ''}.`,
        evidence: [{ field: 'secret' }],
        fix: renewal(facts, now),
      }))
    },
  },
  {
    ...time,
    id: 'T6',
    title: 'Secret of the old form',
    why: 'Scanners recognize only secrets of the new form; a roll gives one.',
    unseen: 'The form of the secret: the new one was first seen in March 2026.',
    guards: ['A token that was changed since.'],
    find: (facts, { now }) => {
      const { token, isLive, isEndless } = facts
      return seenIf(isLive && latest(token.issuedOn, token.modifiedOn) < NEW_FORM, () => ({
        severity: isEndless ? 'review' : 'tidy',
        seen: `Its secret is from before March 2026: it was ${
          token.issuedOn === null ? 'last changed' : 'created'
        } on ${dayText(token.issuedOn ?? token.modifiedOn ?? '')}.`,
        evidence: [{ field: 'secret', value: 'old form' }],
        fix: renewal(facts, now),
      }))
    },
  },
  {
    ...time,
    id: 'T7',
    title: 'Unused',
    why: 'Nobody would miss it, and an attacker would use it.',
    unseen: 'Jobs that run once a year.',
    guards: ['Tokens that are younger than the time without use.', 'Tokens for emergencies.'],
    find: ({ token, isLive, isBreakGlass, canChange }, { now, settings: { unusedAfter } }) => {
      const isUnused = isBefore(token.lastUsedOn, unusedAfter, now) && isBefore(token.issuedOn, unusedAfter, now)
      return seenIf(isLive && isUnused && !isBreakGlass, () => ({
        severity: canChange ? 'fix-soon' : 'review',
        seen: `It was last used on ${dayText(token.lastUsedOn ?? '')}, ${daysWords(daysSince(token.lastUsedOn, now) ?? 0)} ago.`,
        evidence: [{ field: 'lastUsedOn' }],
        fix: { kind: 'action', label: 'Disable', action: { kind: 'disable' } },
      }))
    },
  },
  {
    ...time,
    id: 'T8',
    title: 'Never used',
    why: 'It was made and not put to use, or it was lost.',
    unseen: 'Uses of the last minutes: Cloudflare reports them with a delay.',
    guards: ['Tokens that did not start yet.', 'Tokens for emergencies.'],
    find: ({ token, isLive, isBreakGlass, kind }, { now, settings: { neverUsedAfter } }) => {
      const age = (now - latest(token.issuedOn, token.notBefore)) / DAY_MS
      const isWaiting = kind === 'scheduled' || isBreakGlass || token.lastUsedOn !== null
      return seenIf(isLive && !isWaiting && token.issuedOn !== null && age > neverUsedAfter, () => ({
        severity: age > FORGOTTEN ? 'fix-soon' : 'review',
        seen: `It was created on ${dayText(token.issuedOn ?? '')} and never used.`,
        evidence: [{ field: 'lastUsedOn' }],
        fix: { kind: 'action', label: 'Delete', action: { kind: 'delete' } },
      }))
    },
  },
  {
    ...time,
    id: 'T10',
    about: 'end',
    title: 'Dead weight',
    why: 'It takes a place of the tokens that the account may have.',
    unseen: 'Whether it is kept for its history.',
    guards: ['The first 30 days after it expired; without that, the first 60 after it was disabled.'],
    find: ({ token, kind }, { now }) => {
      const isDisabled = kind === 'disabled'
      const hasExpired = (kind === 'expired' || isDisabled) && isBefore(token.expiresOn, EXPIRED_FOR, now)
      return seenIf(hasExpired || (isDisabled && isBefore(token.modifiedOn, DISABLED_FOR, now)), () => ({
        severity: 'tidy',
        seen: hasExpired
          ? `It ${isDisabled ? 'is disabled, and ' : ''}expired on ${dayText(token.expiresOn ?? '')}.`
          : `It is disabled, and was last changed on ${dayText(token.modifiedOn ?? '')}.`,
        evidence: [{ field: 'status', value: kind }],
        fix: { kind: 'action', label: 'Delete', action: { kind: 'delete' } },
      }))
    },
  },
  {
    ...time,
    id: 'T12',
    about: 'function',
    needs: 'all-tokens',
    title: 'Many end together',
    why: 'All that uses them breaks in one morning.',
    unseen: 'Whether a replacement is planned.',
    guards: [
      'Tokens that were not used in the last 7 days.',
      'Fewer than three tokens, whatever their share.',
      'In accounts of more than 600 tokens in use: fewer than three times as many as end on an ordinary day.',
    ],
    findAcross: findCliffs,
  },
]

/** Names of tokens that a pipeline uses. */
const PIPELINE = /(?<![a-z])ci(?![a-z])|deploy|github|gitlab/i
/** In days. */
const VERY_OLD = 730
const FORGOTTEN = 90
const EXPIRED_FOR = 30
const DISABLED_FOR = 60
/** Secrets with a prefix and a checksum were first seen in this month. */
const NEW_FORM = Date.parse('2026-03-01T00:00:00Z')

const daysWords = (days: number) => count(Math.floor(days), 'day')

/** A token in use needs two secrets for a while, so another one takes its place. */
const renewal = ({ token }: TokenFacts, now: number): Fix =>
  isWithin(token.lastUsedOn, 30, now)
    ? { kind: 'replace', label: 'Replace' }
    : { kind: 'action', label: 'Roll', action: { kind: 'roll' } }

import { expect, test } from 'vitest'
import { deriveStatus } from '#domain/token/status.ts'
import { EXPLANATIONS, easingOf } from './explanations.ts'
import { SEVERITIES, SEVERITY_LABELS, type RuleId, type Severity } from './finding.ts'
import { findingsOf } from './findings-of.ts'
import { randomTokens } from './generated-tokens.ts'
import { ipLimitReader } from './ip-limits.ts'
import { RULES } from './rules.ts'
import { context, LISTED, NOW, reachOf } from './testing.ts'

/** The severities that a rule’s explanation names. */
const namedIn = (rule: RuleId): Severity[] =>
  SEVERITIES.filter((severity) => EXPLANATIONS[rule].when.includes(SEVERITY_LABELS[severity]))

const WORKING = new Set(['active', 'expiring', 'scheduled'])

test('an explanation names the severities that its rule gives', () => {
  const limitOf = ipLimitReader()
  const tokens = randomTokens(5000)
  const whole = new Set<string | null>([null])
  for (const token of tokens)
    if (WORKING.has(deriveStatus(token, NOW).kind) && !limitOf(token.condition).isNarrow) whole.add(token.id)
  const eased = new Set(RULES.filter((rule) => easingOf(rule) !== null).map(({ id }) => id))
  const given = new Map<RuleId, Set<Severity>>()
  for (const { rule, severity, tokenId } of findingsOf(reachOf(tokens), { ...context, ...LISTED }).findings)
    if (whole.has(tokenId) || !eased.has(rule)) given.set(rule, (given.get(rule) ?? new Set()).add(severity))
  const wrong = [...given].filter(([rule, severities]) => [...severities].some((one) => !namedIn(rule).includes(one)))
  expect(wrong).toEqual([])
  const unseen = [...given].flatMap(([rule, severities]) =>
    namedIn(rule).flatMap((one) => (severities.has(one) ? [] : [`${rule} ${one}`])),
  )
  // Those take a limited token with no other access, and an account of ten zones.
  expect(unseen).toEqual(['D2 fix-soon', 'W1 act-now'])
  // Of the account’s size, of the app’s own token, and of a limit that lets nobody in, which counts as narrow.
  expect(RULES.map(({ id }) => id).filter((id) => !given.has(id))).toEqual(['D3', 'I1', 'O5', 'O6'])
})

test('each says when, and names pages that can be opened', () => {
  expect(Object.keys(EXPLANATIONS).sort()).toEqual(RULES.map(({ id }) => id).sort())
  for (const { when, sources } of Object.values(EXPLANATIONS)) {
    expect(when).toMatch(/^[A-Z].*: (?:Act now|Fix soon|Review|Tidy).*\.$/)
    for (const { url } of sources) expect(new URL(url).protocol).toBe('https:')
  }
})

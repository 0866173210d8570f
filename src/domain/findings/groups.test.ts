import { expect, test } from 'vitest'
import type { Finding, RuleId, Severity } from './finding.ts'
import { NO_FIX } from './finding.ts'
import { byRule, byToken, headline, tokensBySeverity, worstByToken } from './groups.ts'

const finding = (tokenId: string | null, rule: RuleId, severity: Severity): Finding => ({
  tokenId,
  rule,
  severity,
  seen: '',
  evidence: [],
  fix: NO_FIX,
  fingerprint: `${rule}:${tokenId}`,
})

const findings = [
  finding('a', 'D2', 'act-now'),
  finding('b', 'T3', 'fix-soon'),
  finding('a', 'T3', 'fix-soon'),
  finding(null, 'T12', 'review'),
  finding('a', 'N4', 'tidy'),
]

test('a token has one line with its worst finding and the number of others', () => {
  expect(byToken(findings).map(({ tokenId, worst, more }) => [tokenId, worst.rule, more])).toEqual([
    ['a', 'D2', 2],
    ['b', 'T3', 0],
    [null, 'T12', 0],
  ])
})

test('rules keep the order of their most urgent finding', () => {
  expect(byRule(findings).map(({ rule, findings }) => [rule, findings.length])).toEqual([
    ['D2', 1],
    ['T3', 2],
    ['T12', 1],
    ['N4', 1],
  ])
})

test('tokens count once, by their worst finding', () => {
  expect(tokensBySeverity(findings)).toEqual({ 'act-now': 1, 'fix-soon': 1, review: 0, tidy: 0 })
})

test('the worst finding of each token is known by its ID', () => {
  expect([...worstByToken(findings).values()].toSorted()).toEqual(['act-now', 'fix-soon'])
})

test('the page starts with the number of tokens, not of findings', () => {
  expect(headline([], true)).toBe('Nothing needs you today')
  expect(headline([...findings, finding('a', 'D4', 'act-now')], true)).toBe('1 token needs you today')
  expect(
    headline(
      Array.from({ length: 1200 }, (_, index) => finding(`${index}`, 'D1', 'act-now')),
      true,
    ),
  ).toBe('1,200 tokens need you today')
  expect(headline([finding(null, 'O6', 'act-now')], true)).toBe('Nothing needs you today')
})

test('where something is not known, nothing says that no token needs one', () => {
  expect(headline([], false)).toBe('Nothing that needs you today so far')
  expect(headline(findings, false)).toBe('1 token needs you today')
})

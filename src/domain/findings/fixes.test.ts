import { expect, test } from 'vitest'
import type { Finding, Fix, RuleId } from './finding.ts'
import { findingsOf } from './findings-of.ts'
import { randomTokens } from './generated-tokens.ts'
import { RULES } from './rules.ts'
import { context, LISTED, reachOf, saved } from './testing.ts'
import { draftOf, type TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'

/** Rules that compare tokens may find another pair when one of it changes. */
const ALONE = new Set(RULES.filter((rule) => !('findAcross' in rule)).map(({ id }) => id))

const judge = (token: Token): Finding[] =>
  findingsOf(reachOf([token]), { ...context, ...LISTED }).findings.filter(({ rule }) => ALONE.has(rule))

/** What a fix stores, where that does not depend on the user. */
function applied(fix: Fix, token: Token): TokenDraft | null {
  if (fix.kind === 'draft') return fix.draft
  if (fix.kind !== 'action') return null
  if (fix.action.kind === 'disable') return { ...draftOf(token), status: 'disabled' }
  return fix.action.kind === 'expiry' ? { ...draftOf(token), expiresOn: fix.action.expiresOn } : null
}

test('a fix ends its finding, and makes nothing urgent', () => {
  const wrong: string[] = []
  const fixed = new Set<RuleId>()
  for (const token of randomTokens(400)) {
    const before = judge(token)
    const urgent = new Set(before.filter(({ severity }) => severity === 'act-now').map(({ rule }) => rule))
    for (const { rule, fingerprint, fix } of before) {
      const draft = applied(fix, token)
      if (!draft) continue
      const after = judge(saved(token, draft))
      fixed.add(rule)
      if (after.some((one) => one.fingerprint === fingerprint)) wrong.push(`${rule} stays in ${token.id}`)
      for (const one of after)
        if (one.severity === 'act-now' && !urgent.has(one.rule))
          wrong.push(`${rule} makes ${one.rule} urgent in ${token.id}`)
    }
  }
  expect(wrong).toEqual([])
  expect([...fixed].toSorted()).toEqual([
    'D2',
    'D5',
    'I4',
    'N10',
    'N2',
    'N3',
    'N4',
    'N5',
    'N7',
    'N8',
    'N9',
    'T3',
    'T4',
    'T7',
  ])
})

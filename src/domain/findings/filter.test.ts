import { expect, test } from 'vitest'
import { filterFindings, type FindingFilter } from './filter.ts'
import { findingsOf } from './findings-of.ts'
import { randomTokens } from './generated-tokens.ts'
import { context, reachOf } from './testing.ts'

const tokens = randomTokens(200)
const names = new Map(tokens.map(({ id, name }) => [id, name]))
const { findings } = findingsOf(reachOf(tokens), context)
const filter = (fields: Partial<FindingFilter>) =>
  filterFindings(findings, { severity: '', rule: '', token: '', words: '', ...fields }, (id) => names.get(id) ?? '')

test('nothing narrows nothing, and each value leaves what has it, in the same order', () => {
  expect(filter({})).toEqual(findings)
  expect(filter({ severity: 'act-now' })).toEqual(findings.filter(({ severity }) => severity === 'act-now'))
  expect(filter({ rule: 'T3', severity: 'fix-soon' })).toEqual(
    findings.filter(({ rule, severity }) => rule === 'T3' && severity === 'fix-soon'),
  )
  const token = findings.find(({ tokenId }) => tokenId !== null)?.tokenId ?? ''
  expect(filter({ token }).map(({ tokenId }) => tokenId)).toEqual(
    findings.filter(({ tokenId }) => tokenId === token).map(() => token),
  )
  expect(filter({ token }).length).toBeGreaterThan(0)
  expect(filter({ severity: 'odd' })).toEqual([])
})

test('words are found in titles of rules and names of tokens, in any case and without accents', () => {
  expect(new Set(filter({ words: '  NÉVER expires ' }).map(({ rule }) => rule))).toEqual(new Set(['T3']))
  const named = filter({ words: 'break GLASS' })
  expect(named.length).toBeGreaterThan(0)
  expect(new Set(named.map(({ tokenId }) => names.get(tokenId ?? '')))).toEqual(new Set(['Break glass']))
})

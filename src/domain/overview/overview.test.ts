import { describe, expect, test } from 'vitest'
import { account, allZones, zone } from '#domain/reach/testing.ts'
import { allowing, found, inDays, NOW, policy, reachOf, token } from '#domain/findings/testing.ts'
import { changesOf } from './changes.ts'
import { countReach, countUses } from './counts.ts'
import { isLive } from './live.ts'
import { needsOf, tokensOf } from './needs.ts'
import { lastUse } from './uses.ts'

test.each([
  ['active', {}, true],
  ['expiring', { expires_on: inDays(1) }, true],
  ['of a status that is not known', { status: 'paused' }, true],
  ['expired by the clock', { expires_on: inDays(-1) }, false],
  ['scheduled', { not_before: inDays(1) }, false],
  ['disabled', { status: 'disabled' }, false],
  ['revoked', { status: 'revoked (exposed)' }, false],
])('a token that is %s is live: %j → %s', (_, fields, live) => {
  expect(isLive(token(fields), NOW)).toBe(live)
})

describe('last use', () => {
  test.each([
    [null, 'never'],
    [inDays(1), 'day'],
    [inDays(0), 'day'],
    [inDays(-1), 'day'],
    [inDays(-1.01), 'week'],
    [inDays(-7), 'week'],
    [inDays(-7.01), 'month'],
    [inDays(-30), 'month'],
    [inDays(-30.01), 'quarter'],
    [inDays(-90), 'quarter'],
    [inDays(-90.01), '90d'],
    ['soon', 'unreadable'],
  ])('%s is %s', (lastUsedOn, use) => {
    expect(lastUse({ lastUsedOn }, NOW)).toBe(use)
  })

  test('each live token is counted once, and no other token', () => {
    const { live, unknown, uses } = countUses(
      [
        token({ last_used_on: inDays(-2) }),
        token({ last_used_on: null, status: 'paused' }),
        token({ last_used_on: 'soon' }),
        token({ last_used_on: inDays(-2), status: 'disabled' }),
      ],
      NOW,
    )
    expect({ live, unknown }).toEqual({ live: 3, unknown: 1 })
    expect(uses).toEqual({ day: 0, week: 1, month: 0, quarter: 0, '90d': 0, never: 1, unreadable: 1 })
  })
})

describe('reach', () => {
  const count = (...tokens: Parameters<typeof reachOf>[0]) => countReach(reachOf(tokens), NOW)

  test('each live token is counted once, by the most it can do', () => {
    const { live, levels } = count(
      allowing(['DNS Write', 'DNS Read'], allZones),
      allowing(['DNS Write'], zone('1')),
      allowing(['Cache Purge'], zone('1')),
      allowing(['DNS Read'], allZones),
      allowing(['Odd Thing'], zone('1')),
      allowing([], account),
      token({ policies: [policy(['DNS Read'], zone('1')), policy(['DNS Read'], zone('1'), 'deny')] }),
      allowing(['DNS Write'], allZones, { status: 'disabled' }),
    )
    expect(live).toBe(7)
    expect(levels).toEqual({ everywhere: 1, change: 1, run: 1, read: 1, unknown: 1, none: 1, denied: 1 })
  })

  test('a token can create tokens unless that is denied', () => {
    const writing = ['Account API Tokens Write']
    expect(count(allowing(writing, account), allowing(['Account API Tokens Read'], account)).minting).toBe(1)
    expect(count(token({ policies: [policy(writing, account), policy(writing, account, 'deny')] })).minting).toBe(0)
    expect(count(allowing(writing, account, { status: 'disabled' })).minting).toBe(0)
  })
})

describe('changes', () => {
  const kinds = (fields: Parameters<typeof token>[0]) =>
    changesOf([token({ issued_on: inDays(-400), modified_on: inDays(-300), ...fields })], NOW).map(({ kind }) => kind)

  test.each([
    ['long ago', {}, []],
    ['created', { issued_on: inDays(-2), modified_on: inDays(-2) }, ['created']],
    ['created and modified', { issued_on: inDays(-3), modified_on: inDays(-2) }, ['modified']],
    ['modified a week ago', { modified_on: inDays(-7) }, ['modified']],
    ['modified longer ago', { modified_on: inDays(-7.01) }, []],
    ['modified, without a start', { issued_on: null, modified_on: inDays(-1) }, ['modified']],
    ['revoked', { modified_on: inDays(-1), status: 'revoked (exposed)' }, ['revoked']],
    ['without times that can be read', { issued_on: 'soon', modified_on: null }, []],
  ])('%s', (_, fields, expected) => {
    expect(kinds(fields)).toEqual(expected)
  })

  test('the latest comes first', () => {
    const at = (days: number) => token({ id: `${days}`, issued_on: inDays(-400), modified_on: inDays(days) })
    expect(changesOf([at(-3), at(-1), at(-2)], NOW).map(({ token }) => token.id)).toEqual(['-1', '-2', '-3'])
  })
})

describe('needs', () => {
  const revoked = (id: string) => token({ id, status: 'revoked (exposed)' })

  test('a token counts once, with its worst finding', () => {
    const [one] = found('D1', revoked('a'))
    const [other] = found('D1', revoked('b'))
    if (!one || !other) throw new Error('nothing found')
    const tidy = { ...one, severity: 'tidy' as const, tokenId: 'c' }
    const ofAccount = { ...one, tokenId: null }
    const needs = needsOf([one, ofAccount, { ...one, rule: 'D4' }, other, tidy])
    expect(needs.map(({ tokenId, worst }) => [tokenId, worst.rule])).toEqual([
      ['a', 'D1'],
      ['b', 'D1'],
    ])
    expect(tokensOf([one, one, other, ofAccount, { ...one, rule: 'D4' }], 'D1')).toBe(2)
  })
})

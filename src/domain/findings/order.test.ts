import { describe, expect, test } from 'vitest'
import { account, allZones, zone } from '#domain/reach/testing.ts'
import { DEFAULT_SETTINGS } from './context.ts'
import { ORDER_RULES } from './order.ts'
import { allowing, found, from, inDays, policy, severity, token } from './testing.ts'

type Fields = Parameters<typeof token>[0]

describe('O1, twins', () => {
  const twins = (fields: Fields = {}) => [token(), token({ id: 'twin', name: 'other', ...fields })]

  test('are two live tokens with the same access, however it is spread', () => {
    expect(found('O1', twins())).toMatchObject([
      { tokenId: 'token', severity: 'tidy', seen: 'It can do the same as “other”, from the same addresses.' },
      { tokenId: 'twin' },
    ])
    const spread = [policy(['DNS Read'], zone('1')), policy(['Zone Read'], zone('1'))]
    const joined = [policy(['Zone Read', 'DNS Read'], zone('1'))]
    expect(found('O1', [token({ policies: spread }), token({ id: 'twin', policies: joined })])).toHaveLength(2)
  })

  test('three are worth a review', () => {
    expect(severity('O1', [...twins(), token({ id: 'third' })])).toBe('review')
  })

  test.each<[string, Fields]>([
    ['other access', { policies: [policy(['DNS Read'], zone('2'))] }],
    ['a part denied', { policies: [policy(['DNS Read'], zone('1')), policy(['DNS Read'], zone('1'), 'deny')] }],
    ['another effect', { policies: [policy(['DNS Read'], zone('1'), 'audit')] }],
    ['another IP limit', from('8.8.8.8/32')],
    ['a limit that can’t be read', from('8.8.8.x')],
    ['one does not work', { status: 'disabled' }],
    ['unknown fields', { policies: [{ ...policy(['DNS Read'], zone('1')), odd: true }] }],
  ])('%s: none', (_, fields) => {
    expect(found('O1', twins(fields))).toEqual([])
  })

  test.each([
    [['198.41.128.7'], ['198.41.128.7/32']],
    [['198.41.128.0/24'], ['198.41.128.128/25', '198.41.128.0/25']],
    [['198.41.128.7/24'], ['198.41.128.0/24']],
    [['2606:4700::/32'], ['2606:4700:0::/32', '2606:4700:1::/48']],
    [[], ['0.0.0.0/0', '::/0']],
  ])('from the same addresses, however these are written: %j and %j', (one, other) => {
    expect(found('O1', [token(from(...one)), token({ id: 'twin', ...from(...other) })])).toHaveLength(2)
  })

  test('tokens that can do nothing are no twins', () => {
    expect(found('O1', [token({ policies: [] }), token({ id: 'twin', policies: [] })])).toEqual([])
  })

  test('are told while one replaces the other, and nowhere is it said that they are not', () => {
    const heir = { name: 'reader (new)', issued_on: inDays(-1), last_used_on: null }
    expect(found('O1', twins(heir)).map(({ fix }) => fix.kind)).toEqual(['none', 'none'])
    expect(ORDER_RULES.flatMap(({ guards }) => guards).join()).not.toContain('replacement')
  })

  test('offers to delete only the one that is not in use, unless it outlives the others', () => {
    const unused = twins({ last_used_on: null, issued_on: inDays(-31) })
    const fixes = new Map(found('O1', unused).map(({ tokenId, fix }) => [tokenId, fix.kind]))
    expect([fixes.get('token'), fixes.get('twin')]).toEqual(['none', 'action'])
    expect(found('O1', twins()).map(({ fix }) => fix.kind)).toEqual(['none', 'none'])
    const fresh = twins({ last_used_on: null, issued_on: inDays(-29) })
    expect(found('O1', fresh).map(({ fix }) => fix.kind)).toEqual(['none', 'none'])
    for (const expires_on of [inDays(61), null, 'odd']) {
      const heir = twins({ last_used_on: null, issued_on: inDays(-31), expires_on })
      expect(found('O1', heir).map(({ fix }) => fix.kind)).toEqual(['none', 'none'])
    }
  })
})

describe('O2, an unused part of another token', () => {
  const unused = { issued_on: inDays(-200), last_used_on: inDays(-100) }
  const whole = (fields: Fields = {}) =>
    allowing(['DNS Read', 'Zone Read'], allZones, { id: 'whole', name: 'whole', ...fields })

  test('names the other one', () => {
    expect(found('O2', [token(unused), whole()])).toMatchObject([
      { tokenId: 'token', severity: 'tidy', seen: 'It is unused, and “whole” can do all that it can, and more.' },
    ])
  })

  test.each<[string, Fields, Fields]>([
    ['in use', {}, {}],
    ['new', { issued_on: inDays(-80), last_used_on: null }, {}],
    ['another IP limit', unused, from('8.8.8.8/32')],
    ['the other does not work', unused, { status: 'disabled' }],
    ['the other has less', unused, { policies: [policy(['Zone Read'], allZones)] }],
    ['the other has the same', unused, { policies: [policy(['DNS Read'], zone('1'))] }],
  ])('%s: none', (_, part, other) => {
    expect(found('O2', [token(part), whole(other)])).toEqual([])
  })

  test('leaves tokens for emergencies', () => {
    const settings = { ...DEFAULT_SETTINGS, breakGlass: ['read*'] }
    expect(found('O2', [token(unused), whole()], { settings })).toEqual([])
  })
})

test('O3 finds names that differ in case and blanks only', () => {
  expect(found('O3', [token(), token({ id: 'b', name: ' Reader' })])).toHaveLength(2)
  expect(found('O3', [token(), token({ id: 'b', name: 'reader 2' })])).toEqual([])
  expect(found('O3', [token(), token({ id: 'b', status: 'disabled' })])).toEqual([])
})

describe('O5, the token of the app', () => {
  const own = (fields: Fields = {}) => allowing(['Account API Tokens Write', 'Account Settings Read'], account, fields)
  const mine = { ownTokenId: 'token' }

  test('may have what the app needs', () => {
    expect(severity('O5', own(), mine)).toBeUndefined()
    expect(severity('O5', own({ expires_on: null }), mine)).toBeUndefined()
  })

  test('should not end soon, write on a read-only server, or do more', () => {
    expect(severity('O5', own({ expires_on: inDays(13) }), mine)).toBe('fix-soon')
    expect(severity('O5', own(), { ...mine, isReadOnlyServer: true })).toBe('fix-soon')
    expect(found('O5', allowing(['Billing Write'], account), mine)[0]).toMatchObject({
      severity: 'fix-soon',
      seen: 'It has more than Token Desk needs: Billing Write.',
      fix: { kind: 'edit' },
    })
  })

  test('is about no other token', () => {
    expect(severity('O5', allowing(['Billing Write'], account), { ownTokenId: 'another' })).toBeUndefined()
  })
})

test('O6 needs the number of tokens', () => {
  expect(found('O6', [], { totalCount: 400 })).toMatchObject([
    { tokenId: null, seen: 'The account has 400 of 500 tokens.' },
  ])
  expect(found('O6', [], { totalCount: 399 })).toEqual([])
  expect(found('O6', [], { totalCount: null })).toEqual([])
  expect(found('O6', [], { totalCount: 400, settings: { ...DEFAULT_SETTINGS, quota: 1000 } })).toEqual([])
})

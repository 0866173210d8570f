import { describe, expect, test } from 'vitest'
import { found, from, inDays, saved, severity, token } from './testing.ts'

type Rule = Parameters<typeof found>[0]
type Row = [string, string[], string[], string | undefined]

const limited = (allowed: unknown[], exceptions: unknown[], fields = {}) =>
  token({ condition: { request_ip: { in: allowed, not_in: exceptions } }, ...fields })

const rule = (id: Rule, rows: Row[]) =>
  test.each(rows)('%s', (_, allowed, exceptions, expected) => {
    expect(severity(id, limited(allowed, exceptions))).toBe(expected)
  })

describe('I1, lets nobody in', () => {
  rule('I1', [
    ['all is taken back', ['198.51.100.0/24'], ['198.51.0.0/16'], 'act-now'],
    ['in two parts', ['198.51.100.0/24'], ['198.51.100.0/25', '198.51.100.128/25'], 'act-now'],
    ['a part is left', ['198.51.100.0/24'], ['198.51.100.0/25'], undefined],
    ['another family is left', ['198.51.100.0/24', '2001:db8::/32'], ['198.51.0.0/16'], undefined],
    ['no allowed range', [], ['0.0.0.0/0', '::/0'], undefined],
    ['not readable', ['odd'], ['198.51.0.0/16'], undefined],
  ])

  test('is less urgent when it is not in use', () => {
    const closed = (fields: object) => limited(['198.51.100.0/24'], ['198.51.0.0/16'], fields)
    expect(severity('I1', closed({ last_used_on: inDays(-31) }))).toBe('review')
    expect(severity('I1', closed({ last_used_on: null }))).toBe('review')
    expect(severity('I1', closed({ status: 'disabled' }))).toBe('tidy')
  })
})

describe('I2, addresses that cannot be', () => {
  rule('I2', [
    ['private', ['10.1.2.0/24'], [], 'review'],
    ['loopback', ['::1/128'], [], 'review'],
    ['link-local', ['fe80::/64'], [], 'review'],
    ['shared', ['100.64.0.0/16'], [], 'review'],
    ['documentation', ['2001:db8:40::/48', '8.8.8.8/32'], [], 'review'],
    ['public in part', ['8.0.0.0/6'], [], undefined],
    ['public', ['8.8.8.8/32'], [], undefined],
    ['private IPv4 mapped to IPv6', ['::ffff:10.0.0.0/104'], [], 'review'],
    ['IPv6 that ends like private IPv4', ['::10.0.0.0/104'], [], undefined],
    ['excepted only', ['8.0.0.0/6'], ['10.0.0.0/8'], undefined],
  ])
})

describe('I3, one family only', () => {
  rule('I3', [
    ['IPv4', ['8.8.8.8/32', '8.8.4.4/32'], [], 'review'],
    ['IPv6', ['2606:4700::/32'], [], 'review'],
    ['both', ['8.8.8.8/32', '2606:4700::/32'], [], undefined],
    ['no limit', [], ['8.8.8.8/32'], undefined],
    ['not readable', ['8.8.8.8/32', 'odd'], [], undefined],
  ])
})

describe('I4, an exception outside', () => {
  rule('I4', [
    ['outside', ['8.8.8.0/24'], ['9.9.9.9/32'], 'tidy'],
    ['inside', ['8.8.8.0/24'], ['8.8.8.8/32'], undefined],
    ['around', ['8.8.8.0/24'], ['8.8.0.0/16'], undefined],
    ['no limit', [], ['9.9.9.9/32'], undefined],
    ['not readable', ['8.8.8.0/24', 'odd'], ['9.9.9.9/32'], undefined],
  ])

  test('takes out only what is outside', () => {
    const stored = limited(['8.8.8.0/24'], ['9.9.9.9/32', '8.8.8.8/32'])
    const fix = found('I4', stored)[0]?.fix
    expect(fix?.kind === 'draft' && saved(stored, fix.draft).condition).toEqual({
      allowed: ['8.8.8.0/24'],
      exceptions: ['8.8.8.8/32'],
    })
  })
})

test('I3 is silent where a limit has parts that can’t be read', () => {
  const condition = { request_ip: { in: ['8.8.8.8/32'] }, odd: true }
  expect(found('I3', token({ condition }))).toEqual([])
})

test('a token without an IP limit has none of them', () => {
  for (const id of ['I1', 'I2', 'I3', 'I4'] as const) expect(found(id, [token(), token(from())])).toEqual([])
})

import { expect, test } from 'vitest'
import { readToken } from '#domain/token/read-token.ts'
import type { Token } from '#domain/token/token.ts'
import { similarTokens } from './similar.ts'

const accountId = '023e105f4ecef8ad9ca31a8372d0c353'
const account = `com.cloudflare.api.account.${accountId}`
const zones = (...digits: string[]) =>
  Object.fromEntries(digits.map((digit) => [`com.cloudflare.api.account.zone.${digit.repeat(32)}`, '*']))
const allZones = { [account]: { 'com.cloudflare.api.account.zone.*': '*' } }

function token(name: string, groups: string[], resources: object, effect = 'allow'): Token {
  const policies = [{ effect, permission_groups: groups.map((id) => ({ id })), resources }]
  const read = readToken({ id: name, name, status: 'active', policies })
  if (!read) throw new Error('not a token')
  return read
}

const own = token('own', ['dns', 'zone'], zones('a', 'b'))
const found = (...others: Token[]) =>
  similarTokens(own, [own, ...others], accountId, 5).map(({ token: { name }, access, shared, total }) => [
    name,
    access,
    shared,
    total,
  ])

test('compares the access of the most similar first', () => {
  expect(
    found(
      token('fewer groups', ['dns'], zones('a', 'b')),
      token('same', ['zone', 'dns'], zones('b', 'a')),
      token('all zones', ['zone', 'dns'], allZones),
      token('another zone', ['zone', 'dns'], zones('b', 'c')),
    ),
  ).toEqual([
    ['same', 'same', 2, 2],
    ['fewer groups', 'less', 1, 2],
    ['another zone', 'other', 2, 2],
    ['all zones', 'more', 2, 2],
  ])
})

test('a denial makes the access of a token less, unless it takes nothing away', () => {
  const [allowed] = token('x', ['dns', 'zone'], zones('a', 'b')).policies
  const [zoneA, elsewhere] = ['a', 'c'].map((digit) => token('x', ['dns'], zones(digit), 'deny').policies)
  const denied = (name: string, policies: Token['policies'] = []): Token => ({
    ...own,
    id: name,
    name,
    policies: allowed ? [allowed, ...policies] : [],
  })
  expect(
    found(denied('denies a', zoneA), denied('denies c', elsewhere)).map(([name, access]) => [name, access]),
  ).toEqual([
    ['denies a', 'less'],
    ['denies c', 'same'],
  ])
})

test.each([
  ['other resources', token('x', ['dns', 'zone'], zones('c'))],
  ['mostly other groups', token('x', ['dns', 'a', 'b', 'c'], zones('a'))],
  ['denials of the same', token('x', ['dns', 'zone'], zones('a'), 'deny')],
  ['the bare account', token('x', ['dns', 'zone'], { [account]: '*' })],
  ['itself', own],
])('leaves out a token with %s', (_, other) => {
  expect(found(other)).toEqual([])
})

test('a token that allows nothing has no similar tokens', () => {
  const denies = token('denies', ['dns'], zones('a'), 'deny')
  expect(similarTokens(denies, [own, token('x', ['dns'], zones('a'))], accountId, 5)).toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readToken } from './read-token.ts'
import type { Token } from './token.ts'
import { isSameToken, mergeParts } from './merge.ts'
import type { TokenDraft } from './request-body.ts'

const policy = { effect: 'allow', permission_groups: [{ id: '1' }, { id: '2' }], resources: { k: '*' } }
const base: TokenDraft = {
  name: 'n',
  status: 'active',
  policies: [policy],
  condition: { allowed: ['10.0.0.0/8'], exceptions: [] },
  notBefore: null,
  expiresOn: '2027-01-01T00:00:00Z',
}
const none = { allowed: [], exceptions: [] }
const sides = (theirs: Partial<TokenDraft>, yours: Partial<TokenDraft>) =>
  mergeParts(base, { ...base, ...theirs }, { ...base, ...yours }).map(({ part, side }) => [part, side])

test.each([
  ['nothing changed', {}, {}, []],
  ['they changed', { name: 't' }, {}, [['name', 'theirs']]],
  ['you changed', {}, { name: 'y' }, [['name', 'yours']]],
  ['both alike', { name: 'x' }, { name: 'x' }, [['name', 'theirs']]],
  ['both otherwise', { name: 't' }, { name: 'y' }, [['name', null]]],
  [
    'each another part',
    { status: 'disabled' },
    { expiresOn: null },
    [
      ['expiresOn', 'yours'],
      ['status', 'theirs'],
    ],
  ],
  ['the same moment, written otherwise', { expiresOn: '2027-01-01T00:00:00.000Z' }, {}, []],
  [
    'no limit, written otherwise',
    { condition: none, storedCondition: null },
    { condition: none, storedCondition: { request_ip: { in: [] } } },
    [['condition', 'theirs']],
  ],
  ['an unknown condition', { storedCondition: { geo: 1 } }, {}, [['condition', 'theirs']]],
])('%s', (_, theirs, yours, expected) => {
  expect(sides(theirs, yours)).toEqual(expected)
})

test('policies in another order are no change', () => {
  const groups = [{ id: '2' }, { id: '1' }]
  expect(sides({ policies: [{ ...policy, permission_groups: groups }] }, {})).toEqual([])
})

test('what only one side changed never has to be chosen', () => {
  const change = fc.record({ name: fc.string(), status: fc.string() }, { requiredKeys: [] })
  fc.assert(
    fc.property(change, ({ name, status }) => {
      const theirs = { ...base, ...(name !== undefined && { name }) }
      const yours = { ...base, ...(status !== undefined && { status }) }
      return mergeParts(base, theirs, yours).every(({ side }) => side !== null)
    }),
  )
})

const token = (fields: object): Token => {
  const read = readToken({ id: 't', name: 'n', policies: [], modified_on: '2026-11-01T00:00:00Z', ...fields })
  if (!read) throw new Error('no token')
  return read
}

test.each([
  ['the name', { name: 'other' }],
  ['the status', { status: 'disabled' }],
  ['the expiry', { expires_on: '2027-01-01T00:00:00Z' }],
  ['the start', { not_before: '2026-01-01T00:00:00Z' }],
  ['an expiry that is no time', { expires_on: 'tomorrow' }],
  ['the IP limit', { condition: { request_ip: { in: ['192.0.2.0/24'] } } }],
  ['an unknown condition', { condition: { geo: 'DE' } }],
  ['a policy', { policies: [policy] }],
  ['a policy of another form', { policies: ['x'] }],
])('%s of a token is seen to change while modified_on does not move', (_, fields) => {
  expect(isSameToken(token({}), token(fields))).toBe(false)
})

test.each([
  ['modified_on alone', { modified_on: '2026-11-02T00:00:00Z' }],
  ['an empty condition', { condition: {} }],
  ['no condition at all', { condition: null }],
  ['empty limits', { condition: { request_ip: {} } }],
  ['empty lists', { condition: { 'request.ip': { in: [], not_in: null } } }],
])('%s is no change of a token', (_, fields) => {
  expect(isSameToken(token({}), token(fields))).toBe(true)
})

test.each([
  ['an address', ['192.0.2.1'], ['192.0.2.1/32']],
  ['host bits', ['192.0.2.1/24'], ['192.0.2.0/24']],
  ['IPv6', ['2001:DB8:0:0::/32'], ['2001:db8::/32']],
  ['a range named twice', ['192.0.2.0/24', '192.0.2.0/24'], ['192.0.2.0/24']],
])('%s in two spellings is no conflict', (_, spelled, other) => {
  const [theirs, yours] = [spelled, other].map((allowed) => ({ condition: { allowed, exceptions: [] } }))
  expect(sides(theirs ?? {}, yours ?? {})).toEqual([['condition', 'theirs']])
})

test('the same addresses in other ranges are a change of its own', () => {
  const theirs = { condition: { allowed: ['192.0.2.0/24'], exceptions: [] } }
  const yours = { condition: { allowed: ['192.0.2.0/25', '192.0.2.128/25'], exceptions: [] } }
  expect(sides(theirs, yours)).toEqual([['condition', null]])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeParts } from './merge.ts'
import type { TokenDraft } from './request-body.ts'

const base: TokenDraft = {
  name: 'n',
  status: 'active',
  policies: [{ effect: 'allow', permission_groups: [{ id: '1' }, { id: '2' }], resources: { k: '*' } }],
  condition: { allowed: ['10.0.0.0/8'], exceptions: [] },
  notBefore: null,
  expiresOn: '2027-01-01T00:00:00Z',
}
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
  ['an unknown condition', { storedCondition: { geo: 1 } }, {}, [['condition', 'theirs']]],
])('%s', (_, theirs, yours, expected) => {
  expect(sides(theirs, yours)).toEqual(expected)
})

test('policies in another order are no change', () => {
  const groups = [{ id: '2' }, { id: '1' }]
  expect(sides({ policies: base.policies.map((one) => ({ ...one, permission_groups: groups })) }, {})).toEqual([])
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

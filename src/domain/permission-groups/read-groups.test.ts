import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDeprecation } from './deprecation.ts'
import { readPermissionGroups } from './read-groups.ts'

const dns = { id: 'a', name: 'DNS Write', scopes: ['com.cloudflare.api.account.zone'], category: 'dns_and_zones' }

test('an odd item does not take the others with it', () => {
  const odd = [null, 1, 'text', [], {}, { id: null }, { id: 7 }, { id: '' }, dns]
  const groups = readPermissionGroups([dns, ...odd, { id: 'b', name: null, scopes: null, category: 5 }])
  expect(groups).toEqual([
    { ...dns, description: null, isSelectable: true, deprecation: null },
    { id: 'b', name: 'b', scopes: [], category: null, description: null, isSelectable: true, deprecation: null },
  ])
})

test('invisible characters of what is shown are spelled out', () => {
  const hidden = { ...dns, name: 'DNS\u202e Write', category: 'dns\u200b', description: 'a\u2066b' }
  expect(readPermissionGroups([hidden])).toMatchObject([
    { id: 'a', name: 'DNSU+202E Write', category: 'dnsU+200B', description: 'aU+2066b' },
  ])
})

test('whatever a list holds, it is read into groups that can be shown', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.record({ id: fc.jsonValue(), meta: fc.jsonValue() }))), (list) => {
      for (const { id, name, scopes } of readPermissionGroups(list))
        expect([typeof id, typeof name, scopes.every((scope) => typeof scope === 'string')]).toEqual([
          'string',
          'string',
          true,
        ])
    }),
  )
})

test.each([
  [{ deprecated: 'true', eol_at: '2027-01-31T00:00:00Z' }, { eolAt: '2027-01-31T00:00:00Z' }],
  [{ deprecated: true, eol_at: '2027-01-31' }, { eolAt: '2027-01-31' }],
  [{ deprecated: 'TRUE' }, { eolAt: null }],
  [{ deprecated: 1 }, { eolAt: null }],
  [{ deprecated: 'true', eol_at: '' }, { eolAt: null }],
  [{ deprecated: 'true', eol_at: 'soon' }, { eolAt: null }],
  [{ deprecated: 'true', eol_at: '0001-01-01T00:00:00Z' }, { eolAt: null }],
  [{ deprecated: 'true', eol_at: 5 }, { eolAt: null }],
  [{ eol_at: '2027-01-31' }, { eolAt: '2027-01-31' }],
  [{ deprecated: 'false', eol_at: '2027-01-31' }, { eolAt: '2027-01-31' }],
  [{ deprecated: null, eol_at: '2027-01-31' }, { eolAt: '2027-01-31' }],
  [{ deprecated: false }, null],
  [{ deprecated: '' }, null],
  [{ deprecated: null, eol_at: null }, null],
  [{ deprecated: {} }, null],
  [{ eol_at: 'soon' }, null],
  [{}, null],
  [null, null],
  [[], null],
  ['deprecated', null],
])('the meta %j says %j', (meta, said) => {
  expect(readDeprecation(meta)).toEqual(said)
})

import { expect, test } from 'vitest'
import type { Evidence } from '#domain/findings/finding.ts'
import { fixField } from './fix-field.ts'

test.each<[string, Evidence[], string | null]>([
  ['an end', [{ field: 'expiresOn' }], 'ends 0'],
  ['a start', [{ field: 'notBefore' }], 'starts 0'],
  ['a range of the limit', [{ field: 'condition', value: '10.0.0.0/8' }], 'ip 0'],
  ['a limit and an end, the first of them', [{ field: 'condition' }, { field: 'expiresOn' }], 'ip 0'],
  ['a name', [{ field: 'name' }], 'name 0'],
  ['a permission of the second policy', [{ policyIndex: 1, groupId: 'g' }, { policyIndex: 0 }], 'policy 1'],
  ['a permission and what else is wrong', [{ policyIndex: 2 }, { field: 'token', value: 'no end' }], 'policy 2'],
  ['all policies', [{ field: 'policies' }], null],
  ['a word that objects have', [{ field: 'constructor' }], null],
  ['nothing', [], null],
])('a finding that tells of %s leads there', (_, evidence, expected) => {
  const field = fixField({ evidence })
  expect(field && `${field.kind} ${field.index}`).toBe(expected)
})

test('policies are counted from 1 for the user', () => {
  expect(fixField({ evidence: [{ policyIndex: 1 }] })?.label).toBe('Go to policy 2')
})

import { expect, test } from 'vitest'
import { blankPolicy, type EditorPolicy } from './editor-policy.ts'
import { repeatedPolicies } from './repeated-policies.ts'

const ACCOUNT = 'a'.repeat(32)
const groups = (...ids: string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }))
const policy = (ids: string[], more: Partial<EditorPolicy> = {}): EditorPolicy =>
  ({ ...blankPolicy(), permissionGroups: groups(...ids), ...more }) as EditorPolicy

test('a policy that repeats an earlier one names the first of its kind', () => {
  expect(
    repeatedPolicies([policy(['a', 'b']), policy(['c']), policy(['b', 'a']), policy(['a', 'b'])], ACCOUNT),
  ).toEqual([null, null, 0, 0])
})

test('another effect or other resources make another policy', () => {
  expect(
    repeatedPolicies(
      [policy(['a']), policy(['a'], { effect: 'deny' }), policy(['a'], { resources: { family: 'all-zones' } })],
      ACCOUNT,
    ),
  ).toEqual([null, null, null])
})

test('policies without permissions yet are not said to be the same', () => {
  expect(repeatedPolicies([blankPolicy(), blankPolicy()], ACCOUNT)).toEqual([null, null])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lossIn } from './policy-json.ts'
import { validatePolicy } from './validate-policy.ts'

const messages = (json: string) =>
  validatePolicy({ kind: 'advanced', json, source: null }).map(({ message }) => message)
const policy = (more: string) =>
  `{"effect": "allow", "permission_groups": [{"id": "a"}], "resources": {"foo": "*"}${more}}`

test.each([
  [',\n "effect": "deny"', '“effect” is set twice (line 2, column 2).'],
  [',\n"\\u0065ffect": "deny"', '“effect” is set twice (line 2, column 1).'],
  [',\n"meta": {"a": 1, "b": [{"a": 1, "a" : 2}]}', '“a” is set twice (line 2, column 33).'],
  [',\n"meta": 9007199254740993', 'A number of so many digits can’t be sent exactly (line 2, column 9).'],
])('a policy with %j is not sent with less than was typed', (more, message) => {
  expect(messages(policy(more))).toEqual(message ? [message] : [])
})

test.each([
  ', "meta": {"effect": 1, "a": {"a": {"a": 9007199254740991}}}',
  ', "meta": "{\\"a\\":1,\\"a\\":12345678901234567890}"',
])('a policy with %j loses nothing', (more) => expect(messages(policy(more))).toEqual([]))

test('a nested value with a key twice is named', () => {
  const entries = [{ key: 'foo', value: '{"a": "*", "a": "x"}' }]
  const resources = { family: 'other' as const, entries }
  const typed = { kind: 'visual' as const, effect: 'allow' as const, permissionGroups: [{ id: 'a', name: null }] }
  expect(validatePolicy({ ...typed, resources, source: null })).toEqual([
    { field: 'resources', message: 'The value of foo: “a” is set twice (line 1, column 12).' },
  ])
})

test('no text that was written from a value loses anything', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ noUnicodeString: false }),
      (value) =>
        lossIn(JSON.stringify(value, null, 2)) === null || /so many digits/.test(lossIn(JSON.stringify(value)) ?? ''),
    ),
  )
})

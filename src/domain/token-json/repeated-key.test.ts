import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJsonText } from './json-text.ts'
import { repeatedKey } from './repeated-key.ts'

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['[{"b":{"a":1}},{"b":{"a":1 , "c":2, "a" : 3}}]', 'a'],
  [String.raw`{"\u0061":1,"a":2}`, 'a'],
  [String.raw`{"a\"":1,"b":"\\","a\"":2}`, 'a"'],
  ['{"a":1}\n{"a":2}', null],
  ['{"a":["a","a"],"b":{"a":"a:a"},"c":"{\\"a\\":1,\\"a\\":2}"}', null],
])('%s', (json, key) => {
  expect(repeatedKey(json)).toBe(key)
})

test('finds what the reader with places finds', () => {
  const key = fc.constantFrom('a', 'b', '"', '\\', '\\u0061', '}', '')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, fc.constantFrom('1', '"a"', 'null', '"{"'), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
    object: fc
      .array(fc.tuple(key, tie('value')), { maxLength: 3 })
      .map((all) => `{${all.map(([name, one]) => `${JSON.stringify(name)} :${String(one)}`).join(',')}}`),
  }))
  fc.assert(
    fc.property(value.map(String), (json) => {
      expect(repeatedKey(json) === null, json).toBe(readJsonText(json).ok)
    }),
  )
})

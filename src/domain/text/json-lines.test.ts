import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLines, policyLines } from './json-lines.ts'

const coloured = (value: unknown) =>
  jsonLines(JSON.stringify(value, null, 2)).flatMap((parts) =>
    parts.filter(({ kind }) => kind !== 'plain').map(({ kind, text }) => `${kind} ${text}`),
  )

test('tells keys, strings and literals apart', () => {
  expect(coloured({ name: 'a "b": c', ok: true, none: null, count: -1.5e21, 'odd: key': ['true', 7] })).toEqual([
    'key "name"',
    String.raw`string "a \"b\": c"`,
    'key "ok"',
    'literal true',
    'key "none"',
    'literal null',
    'key "count"',
    'literal -1.5e+21',
    'key "odd: key"',
    'string "true"',
    'literal 7',
  ])
})

test('the pieces joined are the text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, null, 2)
      const joined = jsonLines(text).map((parts) => parts.map((part) => part.text).join(''))
      expect(joined.join('\n')).toBe(text)
    }),
  )
})

test('finds the lines of each policy, whatever it holds', () => {
  const policies = [{ effect: 'allow', resources: { a: { b: '*' } } }, {}, 'odd {', [], [1], null, { id: '7' }]
  const text = JSON.stringify({ id: '1', policies, name: 'x' }, null, 2)
  const lines = text.split('\n')
  for (const [index, policy] of policies.entries()) {
    const [first, last] = policyLines(text, index) ?? [0, 0]
    const found = lines.slice(first, last + 1).join('\n')
    expect(JSON.parse(found.replace(/,$/, '')), found).toEqual(policy)
  }
  expect(policyLines(text, policies.length)).toBeNull()
  expect(policyLines('{}', 0)).toBeNull()
})

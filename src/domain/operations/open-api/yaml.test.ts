import { describe, expect, test } from 'vitest'
import { readYaml, type Wanted } from './yaml.ts'

const all: Wanted = () => all
const values: Wanted = () => 'value'

describe('scalars', () => {
  test.each([
    ['a plain text', 'DNS: a\n'.slice(5), 'a'],
    ['a comment after it', 'a b # not this', 'a b'],
    ['a colon inside', 'radar_get_:arc', 'radar_get_:arc'],
    ['further lines', 'one\n    two\n\n    three', 'one two\nthree'],
    ['single quotes', "'it''s: #1'", "it's: #1"],
    ['single quotes over lines', "'one\n    two'", 'one two'],
    ['double quotes', String.raw`"a\tb \"c\" \u00e9 \x41 \U0001F600 \ud83d\ude00"`, 'a\tb "c" é A 😀 😀'],
    ['double quotes over lines', '"one\n    two \\\n    three\\\n    \\ four"', 'one two three four'],
    ['a block with line breaks', '|-\n    one\n      two\n\n    three', 'one\n  two\n\nthree'],
    ['a block that is joined', '>\n    one\n    two', 'one two\n'],
    ['an anchor before it', '&name text', 'text'],
    ['a tag before it', '!!str text', 'text'],
    ['a number', '12', 12],
    ['nothing', '', null],
    ['null', 'null', null],
    ['a list in brackets', '[a, "b, c", \'d\', null]', ['a', 'b, c', 'd', null]],
    ['a list in brackets over lines', '[a,\n    b,\n  ]', ['a', 'b']],
    ['an empty list', '[]', []],
    ['a list of lines', '\n    - a\n    - "b: c"\n    - d\n      e', ['a', 'b: c', 'd e']],
    ['a list indented like its key', '\n  - a\n  -\n  - b', ['a', null, 'b']],
  ])('%s', (_, written, value) => {
    expect(readYaml(`top:\n  key: ${written}\n  next: 1\n`, all)).toEqual({ top: { key: value, next: 1 } })
  })
})

test('keys may be quoted, long, or have a comment above them', () => {
  const text = `%YAML 1.2
---
# the keys
"a": 1
'b': 2
/c/{d}:e: 3
? /a/very/long
  /key
: 4
? /with/an/object
: get: 5
`
  expect(readYaml(text, (key) => (key.startsWith('/with') ? values : 'value'))).toEqual({
    a: 1,
    b: 2,
    '/c/{d}:e': 3,
    '/a/very/long /key': 4,
    '/with/an/object': { get: 5 },
  })
})

test('what is not wanted is passed over, whatever is in it', () => {
  const text = `a:
  text: |
    wanted: no
  	tab
  list:
  - wanted: no
  - { b: [1
      2] }
  *alias : "x
    # y"
# a comment at the start of a line
wanted: yes!
`
  expect(readYaml(text, (key) => (key === 'wanted' ? 'value' : null))).toEqual({ wanted: 'yes!' })
})

test('Windows line ends are line ends', () => {
  expect(readYaml('a:\r\n  b: c\r\n', all)).toEqual({ a: { b: 'c' } })
})

test.each([
  ['a tab', 'a:\n\tb: 1\n', 'Line 2: a tab'],
  ['an alias', 'a: *b\n', 'Line 1: an alias'],
  ['an object in braces', 'a:\n  b: {c: 1}\n', 'Line 2: an object in braces'],
  ['a merge key', 'a:\n  <<: *b\n', 'Line 2: a merge key'],
  ['a quote without an end', 'a: "b\n  c\n', 'Line 1: a quote is not closed'],
  ['brackets without an end', 'a: [b\nc: 1\n', 'Line 1: a list in brackets is not closed'],
  ['lists in a list', 'a: [b, [c]]\n', 'Line 1: a list in brackets can’t be read'],
  ['a text among keys', 'a: 1\nb\n', 'Line 2: a key and a colon are expected'],
  ['an indentation that fits nothing', 'a: 1\n  b: 2\n', 'Line 2: a key in the middle of a text'],
  ['a key after a key', 'a: b: c\n', 'Line 1: a key in the middle of a text'],
  ['a long key without a value', '? a\nb: 1\n', 'Line 1: a key without a value'],
])('%s is refused with its line', (_, text, message) => {
  expect(() => readYaml(text, all)).toThrow(message)
})

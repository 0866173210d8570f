import { expect, test } from 'vitest'
import { matchesAny } from './context.ts'

test.each([
  ['break-glass', ['break-glass'], true],
  ['Break-Glass', ['break-*'], true],
  ['root break-glass 2', ['*break-glass*'], true],
  ['ab', ['*a*b*'], true],
  ['aba', ['ab*ba'], false],
  ['break-glass-2', ['break-glass'], false],
  ['anything', ['*'], true],
  ['anything', [''], false],
  ['', ['*'], true],
  ['a.b', ['a.b', '['], true],
  ['axb', ['a.b', '('], false],
  ['anything', [], false],
])('“%s” is one of %s: %s', (name, patterns, expected) => {
  expect(matchesAny(name, patterns)).toBe(expected)
})

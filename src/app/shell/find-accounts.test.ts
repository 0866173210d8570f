import { expect, test } from 'vitest'
import { findAccounts } from './find-accounts.ts'

const A = 'a'.repeat(32)
const B = 'b'.repeat(32)
const C = 'c'.repeat(32)
const listed = [
  { id: A, name: 'Northwind Traders' },
  { id: B, name: 'Contoso' },
]
const ids = (...args: Parameters<typeof findAccounts>) => findAccounts(...args).accounts.map(({ id }) => id)

test('accounts visited before come first, those by ID alone included', () => {
  expect(ids(listed, [C, B], '')).toEqual([C, B, A])
})

test.each([
  ['a part of a name, in any case', 'WIND', [A]],
  ['a part of an ID', 'bbbb', [B]],
  ['nothing', 'xyz', []],
])('finds by %s', (_, words, expected) => {
  expect(ids(listed, [], words)).toEqual(expected)
})

test('offers an ID that was typed in full, but not one that is in the list', () => {
  expect(findAccounts(listed, [], ` ${C.toUpperCase()} \u200B`).typedId).toBe(C)
  expect(findAccounts(listed, [], B).typedId).toBeNull()
  expect(findAccounts(listed, [], C.slice(1)).typedId).toBeNull()
})

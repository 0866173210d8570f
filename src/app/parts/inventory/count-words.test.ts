import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { emptyInventory, withPage, type Inventory } from '#domain/inventory/inventory.ts'
import { partInFileName } from './count-words.ts'

const tokens = Array.from({ length: 50 }, (_, index) => testToken(`t${index}`))
const read = (totalCount: number, isCounted = true): Inventory =>
  withPage(emptyInventory, 1, { tokens, totalCount, isCounted }, 0)

test('the name of a file says that it has a part of the tokens, and nothing where it has all', () => {
  expect(partInFileName(read(395))).toBe('-50-of-395-tokens')
  expect(partInFileName(read(50))).toBe('')
  expect(partInFileName(read(50, false))).toBe('-50-tokens')
  // What was computed may be behind what was read.
  expect(partInFileName(read(50), 20)).toBe('-20-of-50-tokens')
  expect(partInFileName(read(395), 20)).toBe('-20-of-395-tokens')
})

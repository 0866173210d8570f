import { expect, test } from 'vitest'
import * as v from 'valibot'
import { FACETS } from '#domain/inventory/facet-names.ts'
import { apiFilter, listDefaults, listSearch, needsInventory, clearedFilters, SORTS } from './list-search.ts'

const read = (written: Record<string, string>) => v.parse(listSearch, written)

test('an address that says nothing is the first page, newest first', () => {
  expect(read({})).toMatchObject({ page: 1, per_page: 20, direction: 'desc', include_expired: false, sort: 'issued' })
  expect(needsInventory(listDefaults)).toBe(false)
})

test.each([
  ['page', '-3', 1],
  ['page', '2.5', 1],
  ['page', '100001', 1],
  ['per_page', '7', 20],
  ['direction', 'sideways', 'desc'],
  ['include_expired', 'maybe', false],
  ['sort', 'constructor', 'issued'],
] as const)('a hand-edited %s, %s, falls back', (name, written, value) => {
  expect(read({ [name]: written })[name]).toBe(value)
})

test('search words stay a text, also where they are a number', () => {
  expect(read({ q: '2026.10' }).q).toBe('2026.10')
})

test.each(FACETS)('the filter %s is read from the address, needs all tokens, and is cleared', (facet) => {
  const search = read({ [facet]: 'x' })
  expect(search[facet]).toBe('x')
  expect(needsInventory(search)).toBe(true)
  expect({ ...search, ...clearedFilters }).toEqual(listDefaults)
})

test.each(SORTS)('the order %s is read from the address', (sort) => {
  const search = read({ sort })
  expect(search.sort).toBe(sort)
  expect(needsInventory(search)).toBe(sort !== 'issued')
})

test('the API is asked for 50 rows at most', () => {
  const search = read({ per_page: 'all', page: '2', direction: 'asc', include_expired: 'true' })
  expect(apiFilter(search)).toEqual({ page: 2, per_page: 50, direction: 'asc', include_expired: true })
  expect(needsInventory(search)).toBe(true)
})

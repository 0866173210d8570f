import { expect, test } from 'vitest'
import { emptyIndex } from './entries.ts'
import { filterWords } from './filter-words.ts'

const context = { index: emptyIndex(), zoneNames: new Map<string, string>() }

test.each([
  ['status', ['active'], 'Status is Active'],
  ['expiry', ['7d'], 'Expires: Within 7 days'],
  ['expiry', ['7d', 'never'], 'Expires: 2 values'],
  ['group', ['not loaded yet'], 'Permission group is not loaded yet'],
] as const)('the filter %s of %s reads %s', (facet, values, words) => {
  const { name, rest } = filterWords(facet, [...values], context)
  expect(`${name} ${rest}`).toBe(words)
})

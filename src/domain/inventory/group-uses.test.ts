import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyIndex, indexTokens } from './entries.ts'
import { noFilters } from './filters.ts'
import { catalogue, GROUPS, inventory, NOW, zoneNames } from './generated-tokens.ts'
import { groupUses } from './group-uses.ts'
import { queryInventory } from './query.ts'
import { ACCOUNT } from './testing.ts'

test('a permission is used by as many tokens as a list filtered by it shows, expired ones included', () => {
  fc.assert(
    fc.property(inventory, catalogue, fc.constantFrom(...GROUPS), (tokens, groups, name) => {
      const context = { now: NOW, includeExpired: true, zoneNames, catalogue: groups }
      const index = indexTokens(tokens, ACCOUNT, emptyIndex())
      const id = `id of ${name}`
      const found = (facet: 'group' | 'denied') =>
        queryInventory(index, { ...noFilters, [facet]: [id] }, context).entries.length
      expect(groupUses(index, groups)(id)).toEqual({ allowed: found('group'), denied: found('denied') })
    }),
  )
})

test('a permission that no token names is used by none', () => {
  expect(groupUses(emptyIndex(), [])('x')).toEqual({ allowed: 0, denied: 0 })
})

import { expect, test } from 'vitest'
import { emptyIndex, indexTokens } from './entries.ts'
import { facetValueLabel } from './facets.ts'
import { noFilters } from './filters.ts'
import { queryInventory } from './query.ts'
import { ACCOUNT, testToken } from './testing.ts'

const ID = 'c8fed203ed3043cba015a93ad1616f1f'
const holding = (token: string, group: { id: string; name?: string }) =>
  testToken(token, {
    policies: [
      { effect: 'allow', permission_groups: [group], resources: { [`com.cloudflare.api.account.${ACCOUNT}`]: '*' } },
    ],
  })

test('a permission group that the first token does not name is named, and found, by one that does', () => {
  const bare = holding('1', { id: ID })
  const named = holding('2', { id: ID, name: 'Zone Read' })
  const before = indexTokens([bare], ACCOUNT, emptyIndex())
  const index = indexTokens([bare, named], ACCOUNT, before)
  const context = { now: 0, includeExpired: true, zoneNames: new Map<string, string>() }
  expect(facetValueLabel('group', ID, { index, zoneNames: context.zoneNames })).toBe('Zone Read')
  const { entries } = queryInventory(index, { ...noFilters, q: 'zone read' }, context)
  expect(entries.map(({ token }) => token)).toEqual([bare, named])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf, reachReader } from '#domain/reach/reach.ts'
import type { Token } from '#domain/token/token.ts'
import { emptyIndex, indexTokens } from './entries.ts'
import { noFilters } from './filters.ts'
import { catalogue, GROUPS, inventory, NOW, zoneNames } from './generated-tokens.ts'
import { queryInventory, tokensOf, type QueryContext } from './query.ts'
import { ACCOUNT, testToken } from './testing.ts'

const holding = (tokens: Token[], id: string, more: Partial<QueryContext>) => {
  const context = { now: NOW, includeExpired: true, zoneNames, ...more }
  return tokensOf(
    queryInventory(indexTokens(tokens, ACCOUNT, emptyIndex()), { ...noFilters, group: [id] }, context).entries,
  )
}

test('the filter finds the tokens that reach something with a permission group, or may', () => {
  fc.assert(
    fc.property(
      inventory,
      fc.option(catalogue, { nil: undefined }),
      fc.constantFrom(...GROUPS),
      (tokens, groups, name) => {
        const read = reachReader({ accountId: ACCOUNT, catalogue: groups })
        const reaching = tokens.filter(({ policies }) =>
          groupsOf(read(policies)).some(
            ({ group, places }) =>
              group.id === `id of ${name}` && places.some(({ state }) => state !== 'dead' && state !== 'denied'),
          ),
        )
        expect(holding(tokens, `id of ${name}`, { catalogue: groups })).toEqual(reaching)
      },
    ),
  )
})

test('a permission of zones on a bucket is found until the catalogue tells that it does nothing there', () => {
  const token = testToken('1', {
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: 'g', name: 'DNS Write' }],
        resources: { [`com.cloudflare.edge.r2.bucket.${ACCOUNT}_eu_logs`]: '*' },
      },
    ],
  })
  const group = { id: 'g', name: 'DNS Write', category: null, description: null, isSelectable: true, deprecation: null }
  const listed = [{ ...group, scopes: ['com.cloudflare.api.account.zone'] }]
  expect(holding([token], 'g', {})).toEqual([token])
  expect(holding([token], 'g', { catalogue: listed })).toEqual([])
})

import { expect, test } from 'vitest'
import { emptyIndex, indexTokens } from './entries.ts'
import { FACETS } from './facet-names.ts'
import { countValues, facetValueLabel } from './facets.ts'
import { ACCOUNT, testToken } from './testing.ts'

const index = indexTokens(
  [
    testToken('1', { creatorEmail: 'mara@northwind.example' }),
    testToken('2', {
      policies: [
        {
          effect: 'deny',
          permission_groups: [{ id: 'g1', name: 'DNS Write' }],
          resources: { [`com.cloudflare.api.account.${ACCOUNT}`]: '*' },
        },
      ],
    }),
  ],
  ACCOUNT,
  emptyIndex(),
)
const zone = '22222222222222222222222222222222'
const context = { index, zoneNames: new Map([[zone, 'shop.example.com']]) }

test.each([
  ['status', 'active', 'Active'],
  ['status', 'nonsense', 'nonsense'],
  ['denied', 'g1', 'DNS Write'],
  ['group', 'no such group', 'no such group'],
  ['resource', `zone:${zone}`, 'shop.example.com'],
  ['creator', 'none', 'Not known'],
  ['creator', 'mara@northwind.example', 'mara@northwind.example'],
] as const)('a value of %s, %s, is labelled %s', (facet, value, label) => {
  expect(facetValueLabel(facet, value, context)).toBe(label)
})

test('a filter has as many values as its tokens have, a fixed one always all of its own', () => {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, countValues(facet, index)]))
  expect(counts).toMatchObject({ group: 1, denied: 1, resource: 2, creator: 2, status: 6, effect: 3 })
})

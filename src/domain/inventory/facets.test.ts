import { expect, test } from 'vitest'
import { emptyIndex, indexTokens } from './entries.ts'
import { facetValueLabel } from './facets.ts'
import { LEVEL_LABELS } from '#domain/reach/level-labels.ts'
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
  ['creator', 'none', 'Unknown'],
  ['creator', 'mara@northwind.example', 'mara@northwind.example'],
] as const)('a value of %s, %s, is labelled %s', (facet, value, label) => {
  expect(facetValueLabel(facet, value, context)).toBe(label)
})

test('the level filter calls levels what the other pages call them', () => {
  for (const level of ['everywhere', 'change', 'unknown', 'run', 'read'] as const)
    expect(facetValueLabel('level', level, context)).toBe(LEVEL_LABELS[level])
})

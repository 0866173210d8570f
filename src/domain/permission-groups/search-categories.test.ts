import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import map from '#domain/operations/map.json' with { type: 'json' }
import { ACCOUNT_SCOPE, ZONE_SCOPE, type Scope } from '#domain/resources/scope.ts'
import { CATEGORY_LABELS } from './catalogue.ts'
import type { PermissionGroup } from './permission-group.ts'
import { buildSearchIndex, searchGroups } from './search.ts'
import { wordsOf } from './search-words.ts'
import { groupNamed } from './testing.ts'

const CATEGORIES = [...CATEGORY_LABELS, ['brand_new', 'brand_new'] as const]

const group = (name: string, category: string, scope: Scope) => groupNamed(name, { category, scopes: [scope] })

const finds = (one: PermissionGroup, query: string) => searchGroups(buildSearchIndex([one]), query).ids.has(one.id)

test.each(CATEGORIES)('every group of %s is found by its category and its name', (category, label) => {
  const missed = map.groups.flatMap((name) =>
    [ACCOUNT_SCOPE, ZONE_SCOPE].flatMap((scope) => {
      const one = group(name, category, scope)
      return [`${label} ${name}`, `${name} ${label}`, `${label}: ${name}`, `${name} (${label.toLowerCase()})`].filter(
        (query) => !finds(one, query),
      )
    }),
  )
  expect(missed).toEqual([])
})

test('the words of a category and a name may have any order', () => {
  const queries = fc
    .tuple(fc.constantFrom(...map.groups), fc.constantFrom(...CATEGORIES), fc.constantFrom(ACCOUNT_SCOPE, ZONE_SCOPE))
    .chain(([name, [category, label], scope]) => {
      const words = wordsOf(`${label} ${name}`)
      const shuffled = fc.shuffledSubarray(words, { minLength: words.length })
      return shuffled.map((found) => ({ one: group(name, category, scope), query: found.join(' ') }))
    })
  fc.assert(fc.property(queries, ({ one, query }) => finds(one, query)))
})

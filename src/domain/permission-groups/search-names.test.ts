import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import map from '#domain/operations/map.json' with { type: 'json' }
import { ALIASES } from './aliases.ts'
import { parseGroupName } from './group-name.ts'
import type { PermissionGroup } from './permission-group.ts'
import { buildSearchIndex, searchGroups } from './search.ts'
import { wordsOf } from './search-words.ts'
import { groupNamed } from './testing.ts'

const group = (id: string, name: string): PermissionGroup =>
  groupNamed(name, { id, description: `Grants access to ${name}, and to read or write billing, Workers and DNS` })

/** The names of the catalogue. */
const GROUPS = [...map.groups, 'Workers Admin', 'Individual Workers Admin'].map((name) => group(name, name))
const index = buildSearchIndex(GROUPS, ALIASES)

/** The groups of the best rank that a search finds. */
function best(query: string) {
  const { ranks } = searchGroups(index, query)
  const first = Math.min(...ranks.values())
  return GROUPS.filter(({ id }) => ranks.get(id) === first)
}

const found = (query: string) =>
  [...searchGroups(index, query).ranks].toSorted(([, a], [, b]) => a - b).map(([id]) => id)

const LEVELS = ['Read/Write', 'Read & Write', 'Read and Write', 'Read, Write', 'Edit/Read', ': Read, Edit']

test('every group is among the first by the words of its name in any order', () => {
  const named = fc.constantFrom(...GROUPS).chain((group) => {
    const words = wordsOf(group.name)
    return fc.shuffledSubarray(words, { minLength: words.length }).map((order) => ({ group, query: order.join(' ') }))
  })
  fc.assert(
    fc.property(named, ({ group, query }) => {
      expect(best(query)).toContain(group)
    }),
    { numRuns: 200 },
  )
})

test.each(['name in full', 'name in small letters', 'beginning of a search for several'])(
  'the same by its %s',
  (how) => {
    const asked = (name: string) =>
      how.endsWith('full') ? name : how.endsWith('letters') ? name.toLowerCase() : `${name}; `
    expect(GROUPS.filter((group) => !best(asked(group.name)).includes(group))).toEqual([])
  },
)

test.each(LEVELS)('%s behind or before a product finds both its levels first', (levels) => {
  // Each name with the levels takes some milliseconds.
  const some = GROUPS.filter(({ name }) => /^(?:Read|Write)$/.test(parseGroupName(name).level)).filter(
    (_, index) => index % LEVELS.length === LEVELS.indexOf(levels),
  )
  const missed = some.filter((group) => {
    const { product } = parseGroupName(group.name)
    const queries = [`${product} ${levels}`, `${levels.replace(': ', '')} ${product}`]
    return queries.some((query) => !best(query).includes(group))
  })
  expect(missed.map(({ name }) => name)).toEqual([])
})

test.each(['Edit', 'edit', 'Write', '- Edit', '(Edit)'])('“%s” is what the dashboard calls Write', (level) => {
  const missed = GROUPS.filter(({ name }) => /^(?:Write|Edit)$/.test(parseGroupName(name).level)).filter(
    (group) => !best(`${parseGroupName(group.name).product} ${level}`).includes(group),
  )
  expect(missed.map(({ name }) => name)).toEqual([])
})

test('what a description or the middle of a word has is found where no name has it', () => {
  expect(found('billing')).toEqual(['Billing Read', 'Billing Write'])
  expect(found('grants billing').length).toBeGreaterThan(100)
  expect(found('illing')).toContain('Billing Read')
})

test('a search finds only groups with its words in one name, where there are any', () => {
  expect(found('workers admin').toSorted()).toEqual(['Individual Workers Admin', 'Workers Admin'])
  expect(found('access read/write').filter((name) => !/\bAccess\b.* (?:Read|Write)$/.test(name))).toEqual([])
  expect(found('ai read').filter((name) => !/\bAI\b.* Read$/.test(name))).toEqual([])
})

test.each(['DNS access', 'access to DNS', 'DNS write access', 'read/write access to DNS'])(
  '%s asks for DNS, as no name has all the words',
  (query) => {
    expect(found(query)[0]).toMatch(/^DNS (?:Read|Write)$/)
  },
)

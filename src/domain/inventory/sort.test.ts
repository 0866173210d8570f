import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Token } from '#domain/token/token.ts'
import { emptyIndex, indexTokens } from './entries.ts'
import { day, inventory, NOW } from './generated-tokens.ts'
import { inOrder, SORT_KEYS, sortEntries, type ColumnName, type Sort } from './sort.ts'
import { ACCOUNT, testToken } from './testing.ts'

// The keys are those of an object of columns.
const SORTS: Sort[] = ['issued', ...(Object.keys(SORT_KEYS) as ColumnName[])]
const indexOf = (tokens: Token[]) => indexTokens(tokens, ACCOUNT, emptyIndex())

test('every order is one of the same tokens, is stable, and sorting again changes nothing', () => {
  fc.assert(
    fc.property(inventory, fc.constantFrom(...SORTS), fc.constantFrom('asc', 'desc'), (tokens, sort, direction) => {
      const { entries } = indexOf(tokens)
      const sorted = sortEntries(entries, sort, direction, NOW)
      expect(new Set(sorted)).toEqual(new Set(entries))
      if (sort === 'issued') return
      expect(sortEntries(sorted, sort, direction, NOW)).toEqual(sorted)
      const other = sortEntries(entries, sort, direction === 'asc' ? 'desc' : 'asc', NOW)
      // Stable: two tokens stand in their first order in both directions only if they compare equal.
      for (let at = 1; at < sorted.length; at += 1) {
        const [before, after] = [sorted[at - 1], sorted[at]]
        if (!before || !after) continue
        const isTie = other.indexOf(before) < other.indexOf(after)
        if (isTie) expect(entries.indexOf(before)).toBeLessThan(entries.indexOf(after))
      }
    }),
  )
})

test('what is found has one order, whether it is sorted before or after it is found', () => {
  fc.assert(
    fc.property(inventory, fc.constantFrom(...SORTS), fc.func(fc.boolean()), (tokens, sort, isFound) => {
      const { entries } = indexOf(tokens)
      const found = entries.filter(({ token }) => isFound(token.id))
      expect(inOrder(found, sortEntries(entries, sort, 'asc', NOW))).toEqual(sortEntries(found, sort, 'asc', NOW))
    }),
  )
})

test('names count numbers as numbers, whatever their case', () => {
  const names = ['deploy-10', 'Deploy-9', 'api', 'Zulu']
  const { entries } = indexOf(names.map((name, index) => testToken(String(index), { name })))
  const sorted = sortEntries(entries, 'name', 'asc', NOW)
  expect(sorted.map(({ token: { name } }) => name)).toEqual(['api', 'Deploy-9', 'deploy-10', 'Zulu'])
})

test('a token that only denies has no permissions to be sorted by', () => {
  const named = (id: string, effect: string, count: number) =>
    testToken(id, {
      policies: [
        {
          effect,
          permission_groups: Array.from({ length: count }, (_, at) => ({ id: String(at), name: `Group ${at}` })),
          resources: { 'com.cloudflare.api.account.zone.22222222222222222222222222222222': '*' },
        },
      ],
    })
  const { entries } = indexOf([named('denies', 'deny', 5), named('allows', 'allow', 1), named('odd', 'maybe', 3)])
  const sorted = sortEntries(entries, 'permissions', 'desc', NOW)
  expect(sorted.map(({ token: { id } }) => id)).toEqual(['allows', 'denies', 'odd'])
})

test('no end is the latest end, and no use the longest ago', () => {
  const tokens = [
    testToken('never'),
    testToken('soon', { expiresOn: day(1), lastUsedOn: day(-1) }),
    testToken('late', { expiresOn: day(90), lastUsedOn: day(-80) }),
  ]
  const order = (sort: 'expires' | 'used') =>
    sortEntries(indexOf(tokens).entries, sort, 'asc', NOW).map(({ token: { id } }) => id)
  expect(order('expires')).toEqual(['soon', 'late', 'never'])
  expect(order('used')).toEqual(['never', 'late', 'soon'])
})

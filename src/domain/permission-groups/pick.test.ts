import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCOUNT_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import type { PermissionGroup } from './permission-group.ts'
import { bulkOf, pickGroups, type PickerFilter } from './pick.ts'
import { buildSearchIndex } from './search.ts'

const group = (name: string, scope = ZONE_SCOPE, isSelectable = true): PermissionGroup => ({
  id: `${name} ${scope === ZONE_SCOPE ? 'z' : 'a'}`,
  name,
  scopes: [scope],
  category: null,
  description: null,
  isSelectable,
  deprecation: null,
})
const groups = [
  group('DNS Read'),
  group('DNS Write'),
  group('Logs Read'),
  group('Logs Read', ACCOUNT_SCOPE),
  group('Cache Purge'),
  group('Zone Settings Edit'),
  group('Secret Read', ZONE_SCOPE, false),
]
const index = buildSearchIndex(groups)
const everything: PickerFilter = { query: '', scope: 'all', level: 'any', isSelectedOnly: false }
const none = { family: 'zones' as const, chosenIds: new Set<string>() }
const pick = (filter: Partial<PickerFilter>, context = none) => [
  ...pickGroups(groups, index, { ...everything, ...filter }, context).shown,
]

test.each([
  [{}, 7],
  [{ scope: 'fitting' }, 6],
  [{ scope: ACCOUNT_SCOPE }, 1],
  [{ level: 'Read' as const }, 4],
  [{ level: 'Write' as const }, 2],
  [{ level: 'other' as const }, 1],
  [{ query: 'edit dns' }, 1],
  [{ isSelectedOnly: true }, 0],
])('%j shows %i', (filter, count) => {
  expect(pick(filter)).toHaveLength(count)
})

test('a chosen group that no longer fits stays in view', () => {
  expect(pick({ scope: 'fitting' }, { family: 'zones', chosenIds: new Set(['Logs Read a']) })).toContain('Logs Read a')
})

test('what the scope hides of a search is counted', () => {
  const { shown, elsewhere } = pickGroups(groups, index, { ...everything, query: 'logs', scope: 'fitting' }, none)
  expect([shown.size, elsewhere]).toEqual([1, 1])
})

test('all of a level are those in view that fit and may be granted', () => {
  const shown = new Set(groups.map(({ id }) => id))
  expect(bulkOf(groups, 'Read', { ...none, shown })).toEqual({ ids: ['DNS Read z', 'Logs Read z'], state: 'none' })
  const some = { ...none, shown, chosenIds: new Set(['DNS Read z']) }
  expect(bulkOf(groups, 'Read', some).state).toBe('some')
  expect(bulkOf(groups, 'Read', { ...some, shown: new Set(['DNS Read z']) }).state).toBe('all')
})

test('every level that reads is among all Read, every one that changes among all Write, and an unknown one in neither', () => {
  const names = ['Report', 'Metadata Read-Only', 'Editor', 'Admin', 'Run', 'Purge', 'Transmogrify']
  const leveled = names.map((level) => group(`Storage ${level}`))
  const all = { ...none, shown: new Set(leveled.map(({ id }) => id)) }
  expect(bulkOf(leveled, 'Read', all).ids).toEqual(['Storage Report z', 'Storage Metadata Read-Only z'])
  expect(bulkOf(leveled, 'Write', all).ids).toEqual(['Storage Editor z', 'Storage Admin z'])
})

test('a stricter filter never shows more', () => {
  const word = fc.constantFrom('', 'read', 'dns', 'logs write', 'zone')
  fc.assert(
    fc.property(word, fc.constantFrom('all', 'fitting', ACCOUNT_SCOPE), (query, scope) => {
      const wide = new Set(pick({ query }))
      return pick({ query, scope }).every((id) => wide.has(id))
    }),
  )
})

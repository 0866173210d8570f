import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Token } from '#domain/token/token.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { emptyIndex, indexTokens, type InventoryIndex } from './entries.ts'
import { statusValue } from './entry-values.ts'
import { eachFacet, FACETS, type FacetName } from './facet-names.ts'
import { FACET } from './facets.ts'
import { isFiltered, noFilters, readFilters, toggleValue, writeFilters, type Filters } from './filters.ts'
import { countFacets, queryInventory, tokensOf, type QueryContext } from './query.ts'
import { sortEntries } from './sort.ts'
import type { Judged, JudgedTokens } from './judged.ts'
import { resourceLabel } from './resource-terms.ts'
import { day, GROUPS, inventory, NOW, ZONES, zoneNames } from './generated-tokens.ts'
import { ACCOUNT, testToken } from './testing.ts'

/** Values of the filters whose values are texts of the tokens. */
const TEXTS: Partial<Record<FacetName, string[]>> = {
  group: GROUPS.map((name) => `id of ${name}`),
  denied: GROUPS.map((name) => `id of ${name}`),
  resource: ['account', 'all-zones', `zone:${ZONES[0]}`, 'bucket:eu/backups'],
  creator: ['none', 'mara@northwind.example', 'a,b%@example.com'],
}
const valuesOf = (facet: FacetName) => {
  const definition = FACET[facet]
  return definition.kind === 'fixed' ? Object.keys(definition.labels) : (TEXTS[facet] ?? [])
}
const filters: fc.Arbitrary<Filters> = fc.record({
  q: fc.constantFrom('', 'dns', 'shop', 'write edit', 'mara'),
  ...eachFacet((facet) => fc.subarray(valuesOf(facet))),
})

const context = { now: NOW, includeExpired: true, zoneNames }
const indexOf = (tokens: Token[]) => indexTokens(tokens, ACCOUNT, emptyIndex())
const find = (tokens: Token[], wanted: Partial<Filters>, more: Partial<QueryContext> = {}) =>
  tokensOf(queryInventory(indexOf(tokens), { ...noFilters, ...wanted }, { ...context, ...more }).entries)
/** All of a count's steps. */
function counted(index: InventoryIndex, wanted: Partial<Filters>, more: Partial<QueryContext> = {}) {
  const work = countFacets(index, { ...noFilters, ...wanted }, { ...context, ...more })
  let pauses = 0
  let step = work.next()
  for (; !step.done; step = work.next()) pauses += 1
  return { counts: step.value, pauses }
}

describe('filters', () => {
  test('filters commute: applied one after the other in any order they leave the same tokens as at once', () => {
    fc.assert(
      fc.property(
        inventory,
        filters,
        fc.shuffledSubarray([...FACETS], { minLength: FACETS.length }),
        (tokens, wanted, order) => {
          const stepwise = order.reduce(
            (left, facet) => find(left, { [facet]: wanted[facet] }),
            find(tokens, { q: wanted.q }),
          )
          expect(stepwise).toEqual(find(tokens, wanted))
        },
      ),
    )
  })

  test('the count beside a value is what choosing it finds', () => {
    fc.assert(
      fc.property(inventory, filters, fc.constantFrom(...FACETS), (tokens, wanted, facet) => {
        const { counts } = counted(indexOf(tokens), wanted)
        for (const [value, count] of counts[facet]) {
          expect(find(tokens, { ...wanted, [facet]: [value] })).toHaveLength(count)
        }
      }),
    )
  })

  test('whatever is found is counted', () => {
    fc.assert(
      fc.property(inventory, filters, (tokens, wanted) => {
        const { counts } = counted(indexOf(tokens), wanted)
        const all = [...counts.status.values()].reduce((sum, count) => sum + count, 0)
        expect(all).toBe(find(tokens, { ...wanted, status: [] }).length)
      }),
    )
  })

  test('counting many tokens pauses, and misses none of them', () => {
    const tokens = Array.from({ length: 1200 }, (_, place) => testToken(String(place).padStart(32, '0')))
    const { counts, pauses } = counted(indexOf(tokens), {})
    expect(pauses).toBe(2)
    expect(counts.status).toEqual(new Map([['active', 1200]]))
  })

  test('what is hidden because it has expired is counted, and shown when asked for', () => {
    fc.assert(
      fc.property(inventory, filters, (tokens, wanted) => {
        const plain = { ...wanted, status: [], expiry: [] }
        const result = queryInventory(indexOf(tokens), plain, { ...context, includeExpired: false })
        expect(result.entries.length + result.hiddenExpired).toBe(find(tokens, plain).length)
        const expired = find(tokens, { ...plain, status: ['expired'] }, { includeExpired: false })
        expect(expired).toHaveLength(result.hiddenExpired)
      }),
    )
  })

  test('a permission is allowed, denied, both or neither, and never one for the other', () => {
    const named = (id: string, ...effects: [effect: string, zone: string | undefined][]) =>
      testToken(id, {
        policies: effects.map(([effect, zone]) => ({
          effect,
          permission_groups: [{ id: 'g', name: 'DNS Write' }],
          resources: { [`com.cloudflare.api.account.zone.${zone}`]: '*' },
        })),
      })
    const [one, other] = ZONES
    const [allowed, denied, both, odd, taken] = [
      named('1', ['allow', one]),
      named('2', ['deny', one]),
      named('3', ['deny', other], ['allow', one]),
      named('4', ['Allow', one]),
      // What is denied everywhere is not allowed.
      named('5', ['allow', one], ['deny', one]),
    ]
    const all = [allowed, denied, both, odd, taken]
    // An unknown effect may allow it.
    expect(find(all, { group: ['g'] })).toEqual([allowed, both, odd])
    expect(find(all, { denied: ['g'] })).toEqual([denied, both, taken])
    expect(find(all, { group: ['g'], denied: ['g'] })).toEqual([both])
    expect(find(all, { effect: ['other'] })).toEqual([odd])
    expect(find(all, { q: 'dns write' })).toEqual(all)
    const { counts } = counted(indexOf(all), {})
    expect([counts.group.get('g'), counts.denied.get('g'), counts.effect.get('other')]).toEqual([3, 3, 1])
  })

  test('levels and findings are found once they are known, and no token has one before', () => {
    const tokens = ['urgent', 'calm', 'fresh'].map((id) => testToken(id))
    const [urgent, calm] = tokens
    const judged: JudgedTokens = new Map<string, Judged>([
      ['urgent', { level: 'everywhere', worst: 'act-now', count: 2, rules: new Set(['D2', 'T3']) }],
      ['calm', { level: 'read', worst: null, count: 0, rules: new Set() }],
    ])
    const known = { judged }
    expect(find(tokens, { finding: ['act-now'] }, known)).toEqual([urgent])
    expect(find(tokens, { finding: ['T3'] }, known)).toEqual([urgent])
    expect(find(tokens, { finding: ['none'] }, known)).toEqual([calm])
    expect(find(tokens, { finding: ['review'] }, known)).toEqual([])
    expect(find(tokens, { level: ['read', 'everywhere'] }, known)).toEqual([urgent, calm])
    expect(find(tokens, { level: ['read'] })).toEqual([])
    const { counts } = counted(indexOf(tokens), {}, known)
    expect(Object.fromEntries(counts.finding)).toEqual({ 'act-now': 1, D2: 1, T3: 1, none: 1 })
    expect(Object.fromEntries(counts.level)).toEqual({ everywhere: 1, read: 1 })
    const index = indexOf(tokens)
    const order = sortEntries(index.entries, 'findings', 'desc', NOW, judged).map(({ token }) => token.id)
    expect(order).toEqual(['urgent', 'calm', 'fresh'])
  })

  test('each token that was used is in one of the times of use', () => {
    const used = ['day', 'week', 'month', 'quarter', '90d', 'never']
    const at = [1, 1.1, 7, 7.1, 30, 30.1, 90, 90.1].map((days) => testToken(`${days}`, { lastUsedOn: day(-days) }))
    // A clock may be a day off.
    const tokens = [testToken('ahead', { lastUsedOn: day(1) }), ...at, testToken('never')]
    expect(used.map((value) => find(tokens, { used: [value] }).map(({ id }) => id))).toEqual([
      ['ahead', '1'],
      ['1.1', '7'],
      ['7.1', '30'],
      ['30.1', '90'],
      ['90.1'],
      ['never'],
    ])
    expect(find(tokens, { used: ['30d'] }).map(({ id }) => id)).toEqual(['30.1', '90', '90.1'])
  })

  test.each<[FacetName, string, Partial<Token>]>([
    ['expiry', '7d', { expiresOn: day(6) }],
    ['expiry', '30d', { expiresOn: day(29) }],
    ['expiry', 'expired', { expiresOn: day(0) }],
    ['used', '30d', { lastUsedOn: day(-31) }],
    ['used', '90d', { lastUsedOn: day(-91) }],
    ['changed', '7d', { modifiedOn: day(-6), issuedOn: day(-60) }],
    ['changed', '7d', { modifiedOn: null, issuedOn: day(-6) }],
    ['status', 'scheduled', { notBefore: day(1) }],
    ['status', 'active', { expiresOn: day(3) }],
    ['status', 'unknown', { status: 'suspended' }],
  ])('%s %s', (facet, value, fields) => {
    const wanted = testToken('1', fields)
    const other = testToken('2', {
      status: 'disabled',
      lastUsedOn: day(-1),
      expiresOn: day(200),
      modifiedOn: day(-8),
      issuedOn: day(-8),
    })
    expect(find([wanted, other], { [facet]: [value] })).toEqual([wanted])
  })

  test('filters read from an address are the ones written to it', () => {
    fc.assert(
      fc.property(filters, (wanted) => {
        expect(readFilters(writeFilters(wanted))).toEqual(wanted)
      }),
    )
  })

  test('values that do not exist and a text without end are left out of an address', () => {
    const written = writeFilters(noFilters)
    const read = readFilters({ ...written, status: 'active,nonsense,constructor,active', q: 'x'.repeat(5000) })
    expect(read.status).toEqual(['active'])
    expect(read.q).toHaveLength(200)
    expect(isFiltered(noFilters)).toBe(false)
  })

  test('choosing a value twice takes it out again', () => {
    const once = toggleValue('group', '', 'a,b')
    expect(readFilters({ ...writeFilters(noFilters), group: once }).group).toEqual(['a,b'])
    expect(toggleValue('group', once, 'a,b')).toBe('')
  })

  test('a resource is named in words', () => {
    expect(resourceLabel('all-zones')).toBe('All zones')
    expect(resourceLabel(`zone:${ZONES[0]}`, zoneNames)).toBe('shop.example.com')
    expect(resourceLabel('bucket:default/logs')).toBe('Bucket logs')
    expect(resourceLabel('key:com.cloudflare.a:b')).toBe('com.cloudflare.a:b')
  })
})

test('an index of a growing list reads only what is new in it', () => {
  const first = indexOf([testToken('1'), testToken('2')])
  const second = indexTokens([...first.entries.map(({ token }) => token), testToken('3')], ACCOUNT, first)
  expect(second.entries.slice(0, 2)).toEqual(first.entries)
  expect(second.entries[0]).toBe(first.entries[0])
})

test('a status is the one that a row shows, at any moment', () => {
  fc.assert(
    fc.property(inventory, fc.integer({ min: -150, max: 150 }), (tokens, days) => {
      const now = NOW + days * 86_400_000
      for (const entry of indexOf(tokens).entries) {
        const { kind } = deriveStatus(entry.token, now)
        expect(statusValue(entry, now)).toBe(kind === 'expiring' ? 'active' : kind)
      }
    }),
  )
})

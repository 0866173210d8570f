import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { levelOf } from './level-oracle.ts'
import { cellAmount, cellSentence, cellWords, NO_ACCESS, unlessCut } from './matrix-cell.ts'
import { cellsOf, columnsReader, matrixReader, type Matrix } from './matrix.ts'
import { strongest } from './access-level.ts'
import { groupsOf, reachReader } from './reach.ts'
import { account, allZones, anyPolicies, bucket, catalogue as groups, OWN, policy, zone } from './testing.ts'

const FAMILIES: Record<string, string> = {
  'DNS Read': 'dns_and_zones',
  'DNS Write': 'dns_and_zones',
  'Cache Purge': 'cache_and_performance',
  'Workers Scripts Write': 'developer_platform',
  'Bucket Item Read': 'developer_platform',
}
const catalogue = groups.map((group) => ({ ...group, category: FAMILIES[group.name] ?? null }))
const read = reachReader({ accountId: OWN, catalogue })
const columnsOf = columnsReader(catalogue)
const cell = (policies: WirePolicy[], key: string) => cellsOf(read(policies), columnsOf).get(key) ?? NO_ACCESS
const everyGroup = groupsOf(
  read([
    policy(
      groups.map(({ name }) => name),
      account,
    ),
  ]),
)
const DNS = 'dns_and_zones/DNS'

describe('a cell', () => {
  test.each([
    ['some zones', [policy(['DNS Write'], zone('1', '2', '3'))], 'change, 3 zones', '3'],
    [
      'the strongest access alone',
      [policy(['DNS Read'], allZones), policy(['DNS Write'], zone('1'))],
      'change, 1 zone',
      '1',
    ],
    ['all zones', [policy(['DNS Write'], allZones)], 'change everywhere, all zones', ''],
    [
      'a deny within all zones',
      [policy(['DNS Write'], allZones), policy(['DNS Write'], zone('1'), 'deny')],
      'change everywhere, all zones except 1 zone',
      '−1',
    ],
    [
      'a deny of all that is allowed',
      [policy(['DNS Read'], zone('1')), policy(['DNS Read'], allZones, 'deny')],
      'denied, all zones',
      '',
    ],
    ['a deny of nothing that is allowed', [policy(['DNS Read'], zone('1'), 'deny')], 'denied, 1 zone', '1'],
    ['an effect that is not known', [policy(['DNS Read'], zone('1'), 'audit')], 'unknown, 1 zone', '1'],
    [
      'the same zone in two policies',
      [policy(['DNS Read'], zone('1')), policy(['DNS Read'], zone('1', '2'))],
      'read, 2 zones',
      '2',
    ],
    ['a product without a permission', [policy(['Cache Purge'], zone('1'))], 'no access', ''],
    ['a grant that reaches nothing', [policy(['DNS Write'], bucket)], 'no access', ''],
  ])('tells %s', (_, policies, words, amount) => {
    expect(cellWords(cell(policies, DNS), OWN)).toBe(words)
    expect(cellAmount(cell(policies, DNS))).toBe(amount)
  })

  test('says what it means in a sentence', () => {
    const some = cell([policy(['DNS Write'], allZones), policy(['DNS Write'], zone('1'), 'deny')], DNS)
    expect(cellSentence(some, 'DNS', OWN)).toBe('It can change DNS on all zones except 1 zone.')
    expect(cellSentence(NO_ACCESS, 'DNS', OWN)).toBe('It has no access to DNS.')
  })

  test('of a token that cannot be read as a whole rules nothing out', () => {
    expect(unlessCut(NO_ACCESS, true).level).toBe('unknown')
    expect(unlessCut(cell([policy(['DNS Read'], zone('1'), 'deny')], DNS), true).level).toBe('unknown')
    expect(unlessCut(cell([policy(['DNS Write'], zone('1'))], DNS), true).level).toBe('change')
    expect(unlessCut(NO_ACCESS, false).level).toBe('none')
  })

  test('is the level of its product or family, whatever the policies', () => {
    fc.assert(
      fc.property(anyPolicies, (policies) => {
        const reach = groupsOf(read(policies))
        for (const { group } of everyGroup)
          expect(cell(policies, columnsOf(group).product).level).toBe(levelOf(reach, { product: group.product }))
        for (const family of new Set(Object.values(FAMILIES))) {
          const ids = groups.filter(({ name }) => FAMILIES[name] === family).map(({ id }) => id)
          expect(cell(policies, family).level).toBe(strongest(ids.map((groupId) => levelOf(reach, { groupId }))))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a matrix', () => {
  const tokenOf = (id: string, policies: WirePolicy[]) => {
    const token = testToken(id, { policies })
    return { token, ...read(policies), isCut: false }
  }

  function matrixOf(tokens: Record<string, WirePolicy[]>): Matrix {
    const steps = matrixReader(catalogue)(Object.entries(tokens).map(([id, policies]) => tokenOf(id, policies)))
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }

  test('has the families and products that tokens have permissions of', () => {
    const { families } = matrixOf({
      a: [policy(['DNS Read', 'Odd Thing'], zone('1'))],
      b: [policy(['DNS Write'], zone('1')), policy(['Workers Scripts Write'], account)],
      dead: [policy(['Cache Purge'], bucket)],
    })
    expect(families.map(({ label, products }) => [label, products.map((product) => product.label)])).toEqual([
      ['Developer platform', ['Workers Scripts']],
      ['DNS and zones', ['DNS']],
      ['Other', ['Odd Thing']],
    ])
  })

  test('orders tokens by products they change everywhere, then by those they change, then by the rest', () => {
    const { rows } = matrixOf({
      reads: [policy(['DNS Read', 'Bucket Item Read'], allZones)],
      everywhere: [policy(['DNS Write'], allZones)],
      nothing: [],
      changes: [policy(['DNS Write', 'Cache Purge'], zone('1', '2'))],
      denied: [policy(['DNS Write'], allZones, 'deny')],
    })
    const order = rows.toSorted((a, b) => b.breadth - a.breadth).map(({ reach }) => reach.token.id)
    expect(order.slice(0, 3)).toEqual(['everywhere', 'changes', 'reads'])
    expect(rows.filter(({ breadth }) => breadth === 0).map(({ reach }) => reach.token.id)).toEqual([
      'nothing',
      'denied',
    ])
  })
})

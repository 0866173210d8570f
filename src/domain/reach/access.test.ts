import { describe, expect, test } from 'vitest'
import { accessOf, orMore } from './access.ts'
import { permissionRows } from './permission-rows.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'

const accountId = '023e105f4ecef8ad9ca31a8372d0c353'
const account = `com.cloudflare.api.account.${accountId}`
const zone = (digit: string) => `com.cloudflare.api.account.zone.${digit.repeat(32)}`
const allZones = { [account]: { 'com.cloudflare.api.account.zone.*': '*' } }

const policy = (names: string[], resources: WirePolicy['resources'], effect = 'allow'): WirePolicy => ({
  effect,
  permission_groups: names.map((name) => ({ id: `id of ${name}`, name })),
  resources,
})
const access = (...policies: WirePolicy[]) => accessOf(policies, { accountId })

describe('the access of a token', () => {
  test.each([
    ['nothing', [], 'none', 'No access', ''],
    ['only denials', [policy(['DNS Write'], allZones, 'deny')], 'none', 'No access', '1 denied'],
    ['no resources', [policy(['DNS Write'], {})], 'none', 'No access', ''],
    ['reading', [policy(['DNS Read'], allZones)], 'read', 'Read, all zones', 'DNS'],
    ['chosen zones', [policy(['DNS Write'], { [zone('a')]: '*' })], 'change', 'Write, 1 zone', 'DNS'],
    ['all zones', [policy(['DNS Write'], allZones)], 'everywhere', 'Write, all zones', 'DNS'],
    [
      'the account',
      [policy(['Workers Scripts Write'], { [account]: '*' })],
      'everywhere',
      'Write, this account',
      'Workers Scripts',
    ],
    ['an action', [policy(['Cache Purge'], { [zone('a')]: '*' })], 'run', 'Purge, 1 zone', 'Cache'],
    ['an unknown level', [policy(['Odd Thing'], allZones)], 'unknown', 'Unknown level, all zones', 'Odd Thing'],
    ['an unknown effect', [policy(['DNS Read'], allZones, 'audit')], 'unknown', 'Unknown level, all zones', 'DNS'],
    [
      'an unknown resource',
      [policy(['DNS Write'], { 'com.example.7': '*' })],
      'change',
      'Write, 1 other resource',
      'DNS',
    ],
  ] as const)('%s', (_, policies, level, words, detail) => {
    expect(access(...policies)).toEqual({ level, words, detail })
  })

  test('is the strongest of all policies, with the products that have it', () => {
    const found = access(
      policy(['DNS Write', 'Zone Read'], { [zone('a')]: '*', [zone('b')]: '*' }),
      policy(['Workers Routes Write', 'Cache Rules Write', 'Page Rules Write'], allZones),
      policy(['SSL and Certificates Write'], { [zone('a')]: '*' }, 'deny'),
    )
    expect(found).toEqual({
      level: 'everywhere',
      words: 'Write, all zones',
      detail: 'Cache Rules, Page Rules and 1 more; 1 denied',
    })
  })

  test('is without what is denied, and without what does not fit', () => {
    expect(
      access(policy(['DNS Write', 'DNS Read'], allZones), policy(['DNS Write'], { [zone('a')]: '*' }, 'deny')).words,
    ).toBe('Write, all zones except 1 zone')
    expect(
      access(
        policy(['DNS Write', 'DNS Read'], { [zone('a')]: '*', [zone('b')]: '*' }),
        policy(['DNS Write'], allZones, 'deny'),
      ),
    ).toEqual({ level: 'read', words: 'Read, 2 zones', detail: 'DNS; 1 denied' })
    const scoped = (name: string, scope: string) => ({
      id: `id of ${name}`,
      name,
      scopes: [scope],
      category: null,
      description: null,
      isSelectable: true,
      deprecation: null,
    })
    const catalogue = [
      scoped('DNS Write', 'com.cloudflare.api.account.zone'),
      scoped('Workers Scripts Write', 'com.cloudflare.api.account'),
    ]
    const dead = policy(['Workers Scripts Write'], { [zone('a')]: '*' })
    expect(accessOf([dead], { accountId, catalogue })).toEqual({ level: 'none', words: 'No access', detail: '' })
    const onAccount = policy(['DNS Write'], { [account]: '*' })
    expect(accessOf([onAccount], { accountId, catalogue }).words).toBe('Unknown effect, this account')
  })

  test.each([
    ['nothing', [], 'unknown', 'Unknown'],
    ['reading', [policy(['DNS Read'], allZones)], 'unknown', 'Read, all zones, perhaps more'],
    ['all zones', [policy(['DNS Write'], allZones)], 'everywhere', 'Write, all zones, perhaps more'],
  ] as const)('is unknown beyond %s where a policy cannot be read', (_, policies, level, words) => {
    expect(orMore(access(...policies))).toMatchObject({ level, words })
  })

  test('counts a resource once, however many policies name it', () => {
    const policies = [
      policy(['DNS Write'], { [zone('a')]: '*' }),
      policy(['Zone Write'], { [zone('a')]: '*', [zone('b')]: '*' }),
    ]
    expect(access(...policies).words).toBe('Write, 2 zones')
  })

  test('says that resources belong to another account', () => {
    const other = `com.cloudflare.api.account.${'f'.repeat(32)}`
    expect(access(policy(['DNS Write'], { [other]: { 'com.cloudflare.api.account.zone.*': '*' } })).words).toBe(
      'Write, all zones of another account',
    )
    const worker = { [other]: { [`com.cloudflare.edge.worker.script.${'e'.repeat(32)}`]: '*' } }
    expect(access(policy(['Workers Scripts Write'], worker)).words).toBe('Write, 1 Worker of another account')
  })
})

const GROUP = { scopes: [], category: null, description: null, isSelectable: true, deprecation: null }

describe('the rows of the permission table', () => {
  const rows = (...policies: WirePolicy[]) => permissionRows(policies, { accountId })
  const words = (...policies: WirePolicy[]) =>
    rows(...policies).map(({ policy, product, cells }) => [
      policy,
      product?.name ?? null,
      ...[cells.read, cells.write, cells.other].map((list) =>
        list.map((cell) => `${cell.words}: ${cell.level}`).join(),
      ),
    ])

  test('one row per policy and product, with its levels by column', () => {
    expect(
      words(
        policy(['DNS Read', 'Zone Read', 'DNS Write'], { [zone('a')]: '*' }),
        policy(['Cache Purge', 'Zero Trust Seats Edit', 'DNS Write'], allZones),
      ),
    ).toEqual([
      [1, 'DNS', 'Read: read', 'Write: change', ''],
      [1, 'Zone', 'Read: read', '', ''],
      [2, 'Cache', '', '', 'Purge: run'],
      [2, 'DNS', '', 'Write: everywhere', ''],
      [2, 'Zero Trust Seats', '', '', 'Edit: everywhere'],
    ])
  })

  test('a Write includes a Read that the catalogue has, where the policy allows it', () => {
    const named = (name: string) => ({ ...GROUP, id: `id of ${name}`, name })
    const catalogue = ['DNS Read', 'DNS Write', 'Zone Read', 'Zone Write', 'Cache Write'].map(named)
    const included = (...policies: WirePolicy[]) =>
      permissionRows(policies, { accountId, catalogue }).flatMap(({ product, isReadIncluded }) =>
        isReadIncluded ? [product?.name] : [],
      )
    expect(included(policy(['DNS Write', 'Zone Write', 'Cache Write'], allZones))).toEqual(['DNS'])
    expect(included(policy(['DNS Write'], allZones, 'deny'), policy(['DNS Write'], allZones, 'audit'))).toEqual([])
    expect(included(policy(['DNS Read'], allZones))).toEqual([])
  })

  test('a Write includes no Read that the token denies on any of the same resources', () => {
    const group = (name: string, scope: string) => ({ ...GROUP, id: `id of ${name}`, name, scopes: [scope] })
    const zones = 'com.cloudflare.api.account.zone'
    const catalogue = [
      group('DNS Read', zones),
      group('DNS Write', zones),
      group('Workers KV Storage Read', 'com.cloudflare.api.account'),
      group('Workers KV Storage Write', 'com.cloudflare.api.account'),
    ]
    const included = (...policies: WirePolicy[]) =>
      permissionRows(policies, { accountId, catalogue }).flatMap(({ policy: number, isReadIncluded }) =>
        isReadIncluded ? [number] : [],
      )
    const ofA = { [zone('a')]: '*' }
    const nestedA = { [account]: { [zone('a')]: '*' } }
    const ofB = { [zone('b')]: '*' }
    const write = (resources: WirePolicy['resources']) => policy(['DNS Write'], resources)
    const denyRead = (resources: WirePolicy['resources']) => policy(['DNS Read'], resources, 'deny')
    expect(included(write(allZones), denyRead(allZones))).toEqual([])
    expect(included(denyRead(allZones), write(ofA))).toEqual([])
    expect(included(write(allZones), denyRead(ofA))).toEqual([])
    expect(included(write(ofA), denyRead(nestedA))).toEqual([])
    expect(included(write(ofA), write(ofB), denyRead(ofA))).toEqual([2])
    expect(included(write(ofB), denyRead(ofA))).toEqual([1])
    expect(included(write(allZones), policy(['Workers KV Storage Read'], { [account]: '*' }, 'deny'))).toEqual([1])
    expect(included(write(allZones), policy(['DNS Read'], allZones, 'audit'))).toEqual([1])
  })

  test('denials and unknown effects are not shown as granted', () => {
    expect(words(policy(['DNS Write'], allZones, 'deny'), policy(['DNS Write', 'Odd'], allZones, 'audit'))).toEqual([
      [1, 'DNS', '', 'Write denied: denied', ''],
      [2, 'DNS', '', 'Write (audit): unknown', ''],
      [2, 'Odd', '', '', 'Granted (audit): unknown'],
    ])
  })

  test('a group without a name, a policy without groups and an unknown key stay visible', () => {
    const unnamed: WirePolicy = { effect: 'allow', permission_groups: [{ id: 'abc' }], resources: { odd: '*' } }
    const [row, empty] = rows(unnamed, policy([], allZones))
    expect(row).toMatchObject({
      product: { name: 'abc', isNamed: false },
      cells: { other: [{ words: 'Granted', level: 'unknown' }] },
      targets: [{ kind: 'other', entries: [{ key: 'odd', value: '*' }] }],
    })
    expect(empty).toMatchObject({ policy: 2, product: null, targets: [{ kind: 'whole' }] })
  })

  test('the catalogue’s name takes precedence over the stored one, and names replace IDs', () => {
    const catalogue = [{ ...GROUP, id: 'id of Old Read', name: 'New Name Write', deprecation: { eolAt: '2027-01-01' } }]
    const names = new Map([['a'.repeat(32), 'northwind.example']])
    const [row] = permissionRows([policy(['Old Read'], { [zone('a')]: '*' })], { accountId, names, catalogue })
    expect(row).toMatchObject({
      product: { name: 'New Name' },
      cells: { write: [{ deprecation: { eolAt: '2027-01-01' } }] },
      targets: [{ items: [{ name: 'northwind.example' }] }],
    })
  })
})

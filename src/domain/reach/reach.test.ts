import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { readToken } from '#domain/token/read-token.ts'
import type { Token } from '#domain/token/token.ts'
import { becauseOf } from './because.ts'
import { placesWords } from './place-words.ts'
import { groupsOf, reachReader } from './reach.ts'
import { account, allWorkers, allZones, apps, bucket, catalogue, OWN, policy, worker, zone } from './testing.ts'
import { tokenLevel } from './token-level.ts'
import { tokenReachReader } from './token-reach.ts'

const read = reachReader({ accountId: OWN, catalogue })
const say = (...policies: Parameters<typeof policy>[]) =>
  groupsOf(read(policies.map((one) => policy(...one)))).flatMap(({ group, places }) =>
    places.map((held) => `${group.name} ${held.state} on ${placesWords([held], OWN)}`),
  )

test.each([
  ['an allow', [[['DNS Write'], zone('1')]], ['DNS Write reached on 1 zone']],
  [
    'a deny on the same',
    [
      [['DNS Write'], zone('1', '2')],
      [['DNS Write'], zone('2'), 'deny'],
    ],
    ['DNS Write reached on 1 zone', 'DNS Write denied on 1 zone'],
  ],
  [
    'a deny on all of a kind',
    [
      [['DNS Write'], zone('1')],
      [['DNS Write'], allZones, 'deny'],
    ],
    ['DNS Write denied on 1 zone'],
  ],
  [
    'a deny on all of a kind that only its key names',
    [
      [['Flagship Write'], apps('7', '8')],
      [['Flagship Write'], apps('*'), 'deny'],
    ],
    ['Flagship Write denied on 1 flagship app', 'Flagship Write denied on 1 flagship app'],
  ],
  [
    'all of such a kind but one',
    [
      [['Flagship Write'], apps('*')],
      [['Flagship Write'], apps('7'), 'deny'],
    ],
    ['Flagship Write reached on all flagship apps except 1 flagship app'],
  ],
  ['a zone group on all of such a kind', [[['DNS Write'], apps('*')]], ['DNS Write dead on all flagship apps']],
  [
    'a deny inside all of a kind',
    [
      [['DNS Write'], allZones],
      [['DNS Write'], zone('1', '2'), 'deny'],
    ],
    ['DNS Write reached on all zones except 2 zones'],
  ],
  [
    'a deny of reading',
    [
      [['DNS Write', 'DNS Read'], zone('1')],
      [['DNS Read'], zone('1'), 'deny'],
    ],
    ['DNS Write reached on 1 zone', 'DNS Read denied on 1 zone'],
  ],
  [
    'a deny on the bare account, which is not known to hold for its zones',
    [
      [['DNS Write'], zone('1')],
      [['DNS Write'], account, 'deny'],
    ],
    ['DNS Write reached on 1 zone'],
  ],
  [
    'a group of an account on a zone',
    [[['Workers Scripts Write'], zone('1')]],
    ['Workers Scripts Write dead on 1 zone'],
  ],
  ['a group of a bucket on a zone', [[['Bucket Item Read'], allZones]], ['Bucket Item Read dead on all zones']],
  ['a zone group on the bare account', [[['DNS Write'], account]], ['DNS Write not-established on this account']],
  ['a group that is not in the catalogue', [[['New Thing'], zone('1')]], ['New Thing reached on 1 zone']],
  ['an unknown effect', [[['DNS Write'], zone('1'), 'audit']], ['DNS Write unknown on 1 zone']],
  [
    'an unknown effect beside an allow',
    [
      [['DNS Write'], zone('1'), 'audit'],
      [['DNS Write'], zone('1')],
    ],
    ['DNS Write reached on 1 zone'],
  ],
  ['an unknown key', [[['DNS Write'], { 'com.example.7': '*' }]], ['DNS Write reached on 1 other resource']],
  [
    'a Worker of all',
    [
      [['Individual Workers Editor'], allWorkers],
      [['Individual Workers Editor'], worker('7'), 'deny'],
    ],
    ['Individual Workers Editor reached on all Workers except 1 Worker'],
  ],
  ['only a deny', [[['DNS Write'], zone('1'), 'deny']], []],
  ['no resources', [[['DNS Write'], {}]], []],
] as [string, Parameters<typeof policy>[], string[]][])('%s', (_, policies, expected) => {
  expect(say(...policies)).toEqual(expected)
})

test('a deny is kept whether it takes something away or not', () => {
  const groups = groupsOf(read([policy(['DNS Write'], zone('1'), 'deny'), policy(['Bucket Item Read'], bucket)]))
  expect(groups.map(({ group, denies }) => [group.name, denies.map(({ scope }) => scope)])).toEqual([
    ['DNS Write', ['com.cloudflare.api.account.zone']],
    ['Bucket Item Read', []],
  ])
})

test('says which policies decide: those that allow, and the denies in, around and on the place', () => {
  const policies = [
    policy(['DNS Write'], zone('1')),
    policy(['DNS Write'], zone('2')),
    policy(['DNS Write', 'DNS Read'], zone('1', '2'), 'deny'),
    policy(['DNS Read'], allZones),
    policy(['DNS Write'], allZones, 'deny'),
  ]
  const reach = read(policies)
  const because = groupsOf(reach).map(({ group, places }) =>
    places.map(({ place }) => becauseOf(reach.statements, group.id, place).map(({ policyIndex }) => policyIndex)),
  )
  expect(because).toEqual([
    [
      [0, 2, 4],
      [1, 2, 4],
    ],
    [[2, 3]],
  ])
})

test('without the catalogue, names tell the level and no scope misfits', () => {
  const [group] = groupsOf(reachReader({ accountId: OWN })([policy(['DNS Write'], account)]))
  expect(group).toMatchObject({ group: { product: 'DNS', kind: 'change', scopes: [] }, places: [{ state: 'reached' }] })
})

test('a group that one token names and another does not is known by its name in both', () => {
  const readBoth = reachReader({ accountId: OWN })
  const nameless = { ...policy([], zone('1')), permission_groups: [{ id: 'id of DNS Write' }] }
  expect(groupsOf(readBoth([nameless]))[0]?.group.name).toBe(null)
  expect(groupsOf(readBoth([policy(['DNS Write'], zone('1'))]))[0]?.group.name).toBe('DNS Write')
  expect(groupsOf(readBoth([nameless]))[0]?.group.name).toBe('DNS Write')
})

test('a deny of a named group takes from an allow that does not name it', () => {
  const nameless = { ...policy([], zone('1')), permission_groups: [{ id: 'id of DNS Write' }] }
  const policies = [nameless, policy(['DNS Write'], zone('1'), 'deny')]
  for (const some of [policies, policies.toReversed()]) {
    const groups = groupsOf(reachReader({ accountId: OWN })(some))
    expect(groups).toMatchObject([{ group: { product: 'DNS' }, places: [{ state: 'denied' }] }])
    expect(groups).toHaveLength(1)
  }
})

/** Takes all steps of a reading; the numbers are those it yields on the way. */
function readAll(slices: ReturnType<ReturnType<typeof tokenReachReader>>) {
  const steps: number[] = []
  for (;;) {
    const step = slices.next()
    if (step.done) return { steps, all: step.value }
    steps.push(step.value)
  }
}

test('an inventory is read in slices, and no token twice', () => {
  const policies = Array.from({ length: 20 }, () => policy(['DNS Write'], zone('1')))
  const tokens = Array.from({ length: 120 }, (_, index) => testToken(`${index}`, { policies }))
  const slices = tokenReachReader({ accountId: OWN, catalogue })
  const first = readAll(slices(tokens))
  expect(first.steps).toEqual([50, 100])
  expect(first.all.map(({ token }) => token)).toEqual(tokens)
  const again = readAll(slices([testToken('new'), ...tokens]))
  expect(again.steps).toEqual([])
  expect(again.all[1]).toBe(first.all[0])
})

test('of two stored names of a group, the one that allows more counts for all tokens, in every order', () => {
  const named = (name: string) => ({ ...policy([], zone('1')), permission_groups: [{ id: 'renamed', name }] })
  const token = (name: string) => testToken(name, { policies: [named(name)] })
  for (const names of [
    ['DNS Read', 'DNS Write'],
    ['DNS Write', 'DNS Read'],
  ]) {
    const [first = '', later = ''] = names
    const slices = tokenReachReader({ accountId: OWN })
    const tokens = [token(first)]
    // What a page asked before the other name came must not stay.
    expect(readAll(slices(tokens)).all.map(tokenLevel)).toEqual([first === 'DNS Read' ? 'read' : 'change'])
    expect(readAll(slices([...tokens, token(later)])).all.map(tokenLevel)).toEqual(['change', 'change'])
    const [held] = groupsOf(reachReader({ accountId: OWN })(names.map(named)))
    expect(held?.group).toMatchObject({ name: 'DNS Write', kind: 'change' })
  }
})

test('a policy that cannot be read as a whole is told', () => {
  const wire = (policies?: unknown): Token => {
    const token = readToken({ id: '1', policies })
    if (!token) throw new Error('not a token')
    return token
  }
  const whole = policy(['DNS Write'], zone('1'))
  const { all } = readAll(
    tokenReachReader({ accountId: OWN, catalogue })([
      wire([whole]),
      wire([whole, { ...whole, permission_groups: [{ name: 'no ID' }] }]),
      wire([]),
      wire(null),
      wire({ 0: whole }),
      wire(),
    ]),
  )
  expect(all.map(({ isCut }) => isCut)).toEqual([false, true, false, true, true, true])
})

test('groups of the same scopes that the same policies name are one part, wherever they stand', () => {
  const names = ['DNS Write', 'Workers Scripts Write', 'DNS Read']
  const partsOf = (...policies: Parameters<typeof policy>[]) =>
    read(policies.map((one) => policy(...one))).parts.map(({ groups }) => groups.map(({ name }) => name))
  const expected = [['DNS Write', 'DNS Read'], ['Workers Scripts Write']]
  expect(partsOf([names, zone('1')])).toEqual(expected)
  expect(partsOf([names, zone('1')], [names, zone('2')])).toEqual(expected)
})

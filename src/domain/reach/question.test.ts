import { describe, expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Token } from '#domain/token/token.ts'
import { answer, becauseOfFound, type Question } from './question.ts'
import { account, allZones, bucket, catalogue, OWN, placeAt, policy, worker, zone } from './testing.ts'
import { readReach, tokenReachReader } from './token-reach.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')
const token = (id: string, policies: WirePolicy[], fields: Partial<Token> = {}) =>
  testToken(id, { ...fields, policies })

function ask(question: Question, tokens: Token[], moment: { now: number; address?: string } | null = { now: NOW }) {
  const slices = tokenReachReader({ accountId: OWN, catalogue })(tokens)
  let step = slices.next()
  while (!step.done) step = slices.next()
  const answers = answer(question, step.value, moment)
  return Object.fromEntries(Object.entries(answers).map(([list, some]) => [list, some.map(({ token }) => token.id)]))
}

const none = { named: [], wildcard: [], unsure: [], heldBack: [], elsewhere: [], inactive: [] }
const nameless: WirePolicy = { ...policy([], zone('1')), permission_groups: [{ id: 'f'.repeat(32) }] }
const changeDns: Question = { kinds: ['change'], products: ['DNS'], place: placeAt(zone('1')) }

describe('which tokens can change DNS on a zone', () => {
  test.each([
    ['names it', [policy(['DNS Write'], zone('2', '1'))], 'named'],
    ['has all zones', [policy(['DNS Write'], allZones)], 'wildcard'],
    ['names it and has all zones', [policy(['DNS Write'], allZones), policy(['DNS Write'], zone('1'))], 'named'],
    [
      'has all zones except it',
      [policy(['DNS Write'], allZones), policy(['DNS Write'], zone('1'), 'deny')],
      'heldBack',
    ],
    [
      'has all zones except another',
      [policy(['DNS Write'], allZones), policy(['DNS Write'], zone('2'), 'deny')],
      'wildcard',
    ],
    ['only denies it', [policy(['DNS Write'], zone('1'), 'deny')], null],
    ['reads it', [policy(['DNS Read'], zone('1'))], null],
    ['names another', [policy(['DNS Write'], zone('2'))], null],
    ['changes something else there', [policy(['Odd Write'], zone('1'))], null],
    ['has the bare account', [policy(['DNS Write'], account)], 'unsure'],
    ['has an unknown effect', [policy(['DNS Write'], zone('1'), 'audit')], 'unsure'],
    ['has an unknown key', [policy(['DNS Write'], { 'com.example.1': '*' })], 'unsure'],
    ['has a group without a name', [nameless], 'unsure'],
  ] as const)('%s', (_, policies, list) => {
    const expected = list === null ? none : { ...none, [list]: ['x'] }
    expect(ask(changeDns, [token('x', [...policies])])).toEqual(expected)
  })

  test.each([
    ['denies to read it', zone('1'), policy(['DNS Read'], zone('1'), 'deny'), 'unsure'],
    ['denies to read all zones', zone('1'), policy(['DNS Read'], allZones, 'deny'), 'unsure'],
    ['denies to read it, and changes all zones', allZones, policy(['DNS Read'], zone('1'), 'deny'), 'unsure'],
    ['denies to read another', allZones, policy(['DNS Read'], zone('2'), 'deny'), 'wildcard'],
    ['denies to run something', zone('1'), policy(['Cache Purge'], zone('1'), 'deny'), 'named'],
  ] as const)('who reads by a permission to change, and %s', (_, resources, deny, list) => {
    const policies = [policy(['DNS Write'], resources), deny]
    const question: Question = { kinds: ['read', 'change'], products: ['DNS'], place: placeAt(zone('1')) }
    expect(ask(question, [token('x', policies)])).toEqual({ ...none, [list]: ['x'] })
    expect(ask(changeDns, [token('x', policies)]).unsure).toEqual([])
    const [found] = answer(question, readReach([token('x', policies)], { accountId: OWN, catalogue }), null).unsure
    if (found) expect(becauseOfFound(found, found.found).map(({ policyIndex }) => policyIndex)).toEqual([0, 1])
  })

  test('a token that does not work now is apart, and one that is held back as well is none of it', () => {
    const can = [policy(['DNS Write'], zone('1'))]
    const denied = [...can, policy(['DNS Write'], allZones, 'deny')]
    const tokens = [
      token('works', can),
      token('disabled', can, { status: 'disabled' }),
      token('revoked', can, { status: 'revoked (exposed)' }),
      token('expired', can, { expiresOn: '2026-11-24T00:00:00Z' }),
      token('later', can, { notBefore: '2026-12-01T00:00:00Z' }),
      token('odd status', can, { status: 'paused' }),
      token('denied and disabled', denied, { status: 'disabled' }),
    ]
    const inactive = ['disabled', 'revoked', 'expired', 'later']
    expect(ask(changeDns, tokens)).toEqual({ ...none, named: ['works', 'odd status'], inactive })
    expect(ask(changeDns, tokens, null)).toEqual({
      ...none,
      named: ['works', ...inactive, 'odd status'],
      heldBack: ['denied and disabled'],
    })
  })

  test('a status that is not known lets no token work outside of its times', () => {
    const can = [policy(['DNS Write'], zone('1'))]
    const tokens = [
      token('ended', can, { status: 'paused', expiresOn: '2026-11-24T00:00:00Z' }),
      token('later', can, { status: 'paused', notBefore: '2026-12-01T00:00:00Z' }),
      token('odd end', can, { status: 'paused', expiresOn: 'soon' }),
    ]
    expect(ask(changeDns, tokens)).toEqual({ ...none, named: ['odd end'], inactive: ['ended', 'later'] })
  })

  test('and from an address', () => {
    const can = [policy(['DNS Write'], zone('1'))]
    const tokens = [
      token('any', can),
      token('in', can, { condition: { allowed: ['192.0.2.0/24'], exceptions: [] } }),
      token('out', can, { condition: { allowed: ['198.51.100.0/24'], exceptions: [] } }),
      token('except', can, { condition: { allowed: [], exceptions: ['192.0.2.7/32'] } }),
      token('unreadable', can, { condition: { allowed: [], exceptions: [], isOdd: true } }),
      token('out and disabled', can, {
        status: 'disabled',
        condition: { allowed: ['198.51.100.0/24'], exceptions: [] },
      }),
    ]
    const answers = ask(changeDns, tokens, { now: NOW, address: '192.0.2.7' })
    expect(answers).toEqual({
      ...none,
      named: ['any', 'in', 'unreadable'],
      elsewhere: ['out', 'except'],
      inactive: ['out and disabled'],
    })
    expect(ask(changeDns, tokens, { now: NOW, address: '::ffff:192.0.2.7' })).toEqual(answers)
    expect(ask(changeDns, tokens, { now: NOW, address: '::192.0.2.7' })).toMatchObject({ elsewhere: ['in', 'out'] })
    expect(ask(changeDns, tokens, { now: NOW, address: 'not an address' })['elsewhere']).toEqual([])
  })
})

test('a policy with parts that cannot be read makes a token that says no more unsure', () => {
  const cut = (id: string, policies: WirePolicy[]) =>
    testToken(id, { policies, wire: { id, policies: [...policies, { effect: 'allow' }] } })
  const tokens = [cut('may', []), cut('can', [policy(['DNS Write'], zone('1'))])]
  expect(ask(changeDns, tokens)).toEqual({ ...none, named: ['can'], unsure: ['may'] })
})

test('who can change an account, its buckets and its Workers', () => {
  const tokens = [
    token('scripts', [policy(['Workers Scripts Write'], account)]),
    token('one Worker', [policy(['Individual Workers Editor'], worker('7'))]),
    token('a bucket', [policy(['Bucket Item Read'], bucket)]),
    token('zones', [policy(['DNS Write'], allZones)]),
  ]
  const place = (resources: WirePolicy['resources']) => placeAt(resources)
  expect(ask({ kinds: ['change'], place: place(account) }, tokens)).toEqual({ ...none, named: ['scripts'] })
  expect(ask({ kinds: ['change'], place: place(worker('7')) }, tokens)).toEqual({
    ...none,
    named: ['one Worker'],
    wildcard: ['scripts'],
  })
  expect(ask({ kinds: ['read'], place: place(bucket) }, tokens)).toEqual({ ...none, named: ['a bucket'] })
  expect(ask({ kinds: ['change'], place: place(zone('1')) }, tokens)).toEqual({ ...none, wildcard: ['zones'] })
  expect(ask({ groupIds: ['id of DNS Write'] }, tokens)).toEqual({ ...none, wildcard: ['zones'] })
})

test('an answer says which policies it comes from', () => {
  const policies = [
    policy(['DNS Read'], zone('1')),
    policy(['DNS Write'], allZones),
    policy(['DNS Write'], zone('1'), 'deny'),
  ]
  const slices = tokenReachReader({ accountId: OWN, catalogue })([token('x', policies)])
  const step = slices.next()
  if (!step.done) throw new Error('one slice')
  const [held] = answer(changeDns, step.value, null).heldBack
  if (!held) throw new Error('held back')
  expect(held.found).toMatchObject([{ groups: [{ name: 'DNS Write' }], relation: 'denied' }])
  expect(becauseOfFound(held, held.found)).toEqual([
    { policyIndex: 1, effect: 'allow' },
    { policyIndex: 2, effect: 'deny' },
  ])
})

test('a question may be about several products, groups and levels', () => {
  const tokens = [
    token('reads DNS', [policy(['DNS Read'], zone('1'))]),
    token('changes DNS', [policy(['DNS Write'], zone('1'))]),
    token('scripts', [policy(['Workers Scripts Write'], account)]),
    token('objects', [policy(['Bucket Item Read'], bucket)]),
    token('odd', [policy(['Odd Thing'], zone('1'))]),
    token('nameless', [nameless]),
  ]
  const unsure = ['nameless']
  expect(ask({ products: ['DNS', 'Bucket Item'] }, tokens)).toEqual({
    ...none,
    named: ['reads DNS', 'changes DNS', 'objects'],
    unsure,
  })
  expect(ask({ products: ['DNS', 'Workers Scripts'], kinds: ['change'] }, tokens)).toEqual({
    ...none,
    named: ['changes DNS', 'scripts'],
    unsure,
  })
  expect(ask({ products: ['DNS'], kinds: ['read', 'change'] }, tokens)['named']).toEqual(['reads DNS', 'changes DNS'])
  expect(ask({ groupIds: ['id of DNS Read', 'id of Odd Thing'] }, tokens)).toEqual({
    ...none,
    named: ['reads DNS', 'odd'],
  })
  expect(ask({ products: ['Odd Thing'], kinds: ['change'] }, tokens)['unsure']).toEqual(['odd', 'nameless'])
  expect(ask({ products: ['Bucket Item'], groupIds: ['id of DNS Read'] }, tokens)['named']).toEqual([
    'reads DNS',
    'objects',
  ])
  expect(ask({ products: [] }, tokens)).toEqual({ ...none, unsure })
})

test('the groups of one policy share what was found, so that a token with many of them stays small', () => {
  const many = policy(['DNS Read', 'DNS Write', 'Cache Purge'], zone('1', '2'))
  const slices = tokenReachReader({ accountId: OWN, catalogue })([token('x', [many])])
  const step = slices.next()
  if (!step.done) throw new Error('one slice')
  const [held] = answer({}, step.value, null).named
  expect(held?.found.map(({ groups, place }) => [groups.length, place.kind])).toEqual([
    [3, 'one'],
    [3, 'one'],
  ])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { differences, diffTokens, widens, type Change } from './diff.ts'
import { parseResources, resourcesOf } from '#domain/policy/resource-keys.ts'
import { isStoredAs } from './merge.ts'
import { readToken } from './read-token.ts'
import type { TokenDraft } from './request-body.ts'
import { judgeUpdate } from './update-outcome.ts'
import type { WirePolicyInput } from '#domain/policy/wire.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const account = '023e105f4ecef8ad9ca31a8372d0c353'
const [zoneA, zoneB] = ['a'.repeat(32), 'b'.repeat(32)]
const [read, write] = ['1'.repeat(32), '2'.repeat(32)]
const zone = (...ids: string[]) => Object.fromEntries(ids.map((id) => [`com.cloudflare.api.account.zone.${id}`, '*']))
const bucket = (name: string) => ({ [`com.cloudflare.edge.r2.bucket.${account}_eu_${name}`]: '*' })
const nested = (key: string) => ({ [`com.cloudflare.api.account.${account}`]: { [key]: '*' } })
const allZones = nested('com.cloudflare.api.account.zone.*')
const allBuckets = nested('com.cloudflare.edge.r2.bucket.*')
const wholeAccount = { [`com.cloudflare.api.account.${account}`]: '*' }

const policy = (resources: WirePolicyInput['resources'], groups = [read], effect = 'allow'): WirePolicyInput => ({
  effect,
  permission_groups: groups.map((id) => ({ id })),
  resources,
})
const draft = (policies: unknown[], more: Partial<TokenDraft> = {}): TokenDraft => ({
  name: 'n',
  status: 'active',
  policies,
  condition: { allowed: [], exceptions: [] },
  notBefore: null,
  expiresOn: null,
  ...more,
})
const say = (change: Change) => {
  if (change.kind === 'text') return `${change.access}: ${change.text}`
  if (change.kind === 'time') return `${change.access}: ${change.part}`
  const { effect, permission_groups, resources } = change.policy
  const groups = permission_groups.map(({ id }) => id.slice(0, 1)).join('+')
  return `${change.access}: ${change.sense} ${effect} ${groups} on ${Object.keys(resources).length}`
}
const diff = (a: TokenDraft, b: TokenDraft) => diffTokens(a, b, now, account).map(say)
const diffPolicies = (a: WirePolicyInput[], b: WirePolicyInput[]) => diff(draft(a), draft(b))

describe('what policies grant', () => {
  test.each([
    ['a group more', [policy(wholeAccount)], [policy(wholeAccount, [read, write])], ['wider: gained allow 2 on 1']],
    ['a group less', [policy(wholeAccount, [read, write])], [policy(wholeAccount)], ['narrower: lost allow 2 on 1']],
    ['a zone more', [policy(zone(zoneA))], [policy(zone(zoneA, zoneB))], ['wider: gained allow 1 on 1']],
    ['all zones for one', [policy(zone(zoneA))], [policy(allZones)], ['wider: gained allow 1 on 1']],
    ['one zone for all', [policy(allZones)], [policy(zone(zoneA))], ['narrower: lost allow 1 on 1']],
    ['a bucket for all', [policy(allBuckets)], [policy(bucket('x'))], ['narrower: lost allow 1 on 1']],
    ['all buckets for one', [policy(bucket('x'))], [policy(allBuckets)], ['wider: gained allow 1 on 1']],
    [
      'the account for zones',
      [policy(allZones)],
      [policy(wholeAccount)],
      ['wider: gained allow 1 on 1', 'narrower: lost allow 1 on 1'],
    ],
    [
      'another key',
      [policy({ 'com.x': '*' })],
      [policy({ 'com.y': '*' })],
      ['wider: gained allow 1 on 1', 'narrower: lost allow 1 on 1'],
    ],
    ['a denial more', [], [policy(allZones, [write], 'deny')], ['narrower: gained deny 2 on 1']],
    ['a denial less', [policy(allZones, [write], 'deny')], [], ['wider: lost deny 2 on 1']],
    [
      'the effect turned',
      [policy(allZones)],
      [policy(allZones, [read], 'deny')],
      ['narrower: gained deny 1 on 1', 'narrower: lost allow 1 on 1'],
    ],
    [
      'one policy as two',
      [policy(zone(zoneA, zoneB), [read, write])],
      [policy(zone(zoneA), [read, write]), policy(zone(zoneB), [write, read])],
      ['same: Policies reordered; access unchanged'],
    ],
    [
      'the same in another order',
      [policy(allZones), policy(wholeAccount)],
      [policy(wholeAccount), policy(allZones)],
      [],
    ],
    ['a zone beside all of them', [policy(allZones)], [policy({ ...allZones, ...zone(zoneA) })], [/reordered/]],
  ])('%s', (_, before, after, expected) => {
    expect(diffPolicies(before, after)).toEqual(
      expected.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
    )
  })

  test('meta and unknown fields count as another grant', () => {
    const marked = { ...policy(allZones), permission_groups: [{ id: read, meta: { key: 'k', value: 'v' } }] }
    expect(diffPolicies([policy(allZones)], [marked as WirePolicyInput])).toHaveLength(2)
    expect(diffPolicies([policy(allZones)], [{ ...policy(allZones), note: 'x' } as WirePolicyInput])).toHaveLength(2)
  })
})

test.each([
  [{ expiresOn: '2027-01-01T00:00:00Z' }, { expiresOn: null }, ['wider: expiry']],
  [{ expiresOn: null }, { expiresOn: '2027-01-01T00:00:00Z' }, ['narrower: expiry']],
  [{ expiresOn: '2027-01-01T00:00:00Z' }, { expiresOn: '2027-01-01T00:00:00.000Z' }, ['same: expiry']],
  [{ expiresOn: '2027-01-01T08:00:00Z' }, { expiresOn: '2027-01-01T23:00:00Z' }, ['same: expiry']],
  [{ expiresOn: '2027-01-01T23:00:00Z' }, { expiresOn: '2027-01-02T01:00:00Z' }, ['wider: expiry']],
  [{ expiresOn: 'some day' }, { expiresOn: '2027-01-01T00:00:00Z' }, ['wider: expiry']],
  [{ expiresOn: '2027-01-01T00:00:00Z' }, { expiresOn: 'some day' }, ['wider: expiry']],
  [{ expiresOn: '2027-01-01T00:00:00Z' }, { expiresOn: '2027-01-01T23:59:59Z' }, ['same: expiry']],
  [{ expiresOn: '2027-01-01T23:59:59Z' }, { expiresOn: '2027-01-01T00:00:00Z' }, ['same: expiry']],
  // A few minutes make no difference, not even around midnight.
  [{ expiresOn: '2027-01-01T23:58:00Z' }, { expiresOn: '2027-01-02T00:01:00Z' }, ['same: expiry']],
  [{ expiresOn: '2027-01-02T00:01:00Z' }, { expiresOn: '2027-01-01T23:58:00Z' }, ['same: expiry']],
  [{ expiresOn: '2027-01-01T23:58:00Z' }, { expiresOn: '2027-01-02T00:30:00Z' }, ['wider: expiry']],
  [{ expiresOn: '2027-01-02T00:30:00Z' }, { expiresOn: '2027-01-01T23:58:00Z' }, ['narrower: expiry']],
  // The time of day decides whether the token works now.
  [{ expiresOn: '2026-11-23T11:00:00Z' }, { expiresOn: '2026-11-23T23:00:00Z' }, ['wider: expiry']],
  [{ expiresOn: '2026-11-23T23:00:00Z' }, { expiresOn: '2026-11-23T11:00:00Z' }, ['narrower: expiry']],
  [{ expiresOn: '2026-11-23T13:00:00Z' }, { expiresOn: '2026-11-23T23:00:00Z' }, ['same: expiry']],
  [{ notBefore: '2027-01-01T00:00:00Z' }, { notBefore: null }, ['wider: start']],
  [{ notBefore: '2018-01-01T00:00:00Z' }, { notBefore: null }, ['same: start']],
  [{ status: 'disabled' }, { status: 'active' }, ['wider: Status: disabled → active']],
  [{ name: 'a' }, { name: 'b' }, ['same: Renamed from “a” to “b”']],
  [{ extra: { x: 1 } }, { extra: { x: 2 } }, ['wider: Unknown fields changed']],
  [{ storedCondition: { geo: 1 } }, { storedCondition: {} }, ['wider: Unknown conditions changed']],
])('%j to %j', (before, after, expected) => {
  expect(diff(draft([], before), draft([], after))).toEqual(expected)
})

test('wider changes come first', () => {
  const before = draft([policy(allZones)], { name: 'a' })
  const after = draft([policy(zone(zoneA), [read, write])], { name: 'b' })
  expect(diffTokens(before, after, now).map(({ access }) => access)).toEqual(['wider', 'narrower', 'same'])
})

const anyPolicy = fc
  .record({
    resources: fc.constantFrom(wholeAccount, allZones, zone(zoneA), zone(zoneA, zoneB), allBuckets, bucket('x')),
    groups: fc.subarray([read, write], { minLength: 1 }),
    effect: fc.constantFrom('allow', 'deny'),
  })
  .map(({ resources, groups, effect }) => policy(resources, groups, effect))
const anyDraft = fc
  .record({
    policies: fc.array(anyPolicy, { maxLength: 4 }),
    allowed: fc.subarray(['10.0.0.0/8', '10.1.0.0/16', '::/0']),
    expiresOn: fc.constantFrom(null, '2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z'),
  })
  .map(({ policies, allowed, expiresOn }) => draft(policies, { condition: { allowed, exceptions: [] }, expiresOn }))

describe('laws', () => {
  test('nothing differs from itself', () => {
    fc.assert(fc.property(anyDraft, (one) => diffTokens(one, one, now).length === 0))
  })

  test('what is wider one way is narrower the other way', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        const back = diffTokens(b, a, now).some(({ access }) => access === 'narrower')
        expect(widens(diffTokens(a, b, now))).toBe(back)
      }),
    )
  })

  test('nothing that only adds allowances is ever called narrower', () => {
    fc.assert(
      fc.property(anyDraft, anyPolicy, (one, more) => {
        const changes = diffTokens(one, { ...one, policies: [...one.policies, { ...more, effect: 'allow' }] }, now)
        return changes.every(({ access }) => access !== 'narrower')
      }),
    )
  })

  test('resources survive the way to targets and back', () => {
    fc.assert(
      fc.property(anyPolicy, ({ resources }) => {
        expect(resourcesOf(parseResources(resources))).toEqual([resources])
      }),
    )
  })
})

test.each([
  ['an unknown effect comes', [], [{ ...policy(allZones), effect: 'block' }]],
  ['an unknown effect goes', [{ ...policy(allZones), effect: 'block' }], []],
  ['a policy of another form comes', [], ['a policy?']],
  ['a policy of another form goes', [{ effect: 7 }], []],
  ['a group without an id goes', [{ ...policy(allZones), permission_groups: [{ key: 'dns' }] }], []],
])('%s: what cannot be judged is wider', (_, before, after) => {
  expect(widens(diffTokens(draft(before), draft(after), now))).toBe(true)
})

test('an end that was stored at another time of the day is told, another way to write the same is not', () => {
  const wanted = draft([], { name: testToken('1').name, expiresOn: '2027-01-01T00:00:00Z' })
  const told = (expiresOn: string) => differences(wanted, testToken('1', { policies: [], expiresOn }), now).map(say)
  expect(told('2027-01-01T00:00:00.000Z')).toEqual([])
  expect(told('2027-01-01T10:00:00Z')).toEqual(['same: expiry'])
})

test('a start in the past that was stored as another one is told, where one was asked for', () => {
  const name = testToken('1').name
  const told = (asked: string | null, notBefore: string | null) =>
    differences(draft([], { name, notBefore: asked }), testToken('1', { policies: [], notBefore }), now).map(say)
  expect(told('2020-01-01T00:00:00Z', '2020-01-01T00:00:00.000Z')).toEqual([])
  expect(told('2020-01-01T00:00:00Z', '2019-01-01T00:00:00Z')).toEqual(['same: start'])
  expect(told('2020-01-01T00:00:00Z', null)).toEqual(['same: start'])
  expect(told(null, '2020-01-01T00:00:00Z')).toEqual([])
})

describe('what the API says of a group beside its ID is no difference to what was asked for', () => {
  const label = { label: 'dns_read' }
  const asked = { ...policy(zone(zoneA)), permission_groups: [{ id: read, meta: label }, { id: write }] }
  const stored = (groups: unknown[], more: object = {}) => {
    const token = readToken({
      id: 't',
      name: 'n',
      status: 'active',
      modified_on: '2026-11-23T11:00:00Z',
      policies: [{ ...asked, id: 'p', permission_groups: groups }],
      ...more,
    })
    if (!token) throw new Error('is no token')
    return token
  }
  const before = stored([{ id: read, name: 'DNS Read', meta: label }], { modified_on: '2026-11-01T00:00:00Z' })

  test.each([
    [
      'described',
      [
        { id: read, name: 'DNS Read', meta: label },
        { id: write, name: 'DNS Write', meta: { label: 'x' } },
      ],
    ],
    ['without its description', [{ id: write }, { id: read }]],
  ])('a group that comes %s', (_, groups) => {
    const wanted = draft([asked], { extra: {} })
    expect(differences(wanted, stored(groups), now, account)).toEqual([])
    expect(judgeUpdate(before, stored(groups), wanted, now)).toBe('saved')
    expect(isStoredAs(wanted, stored(groups))).toBe(true)
  })

  test('another group is one', () => {
    expect(differences(draft([asked]), stored([{ id: read, meta: label }]), now, account).map(say)).toEqual([
      'narrower: lost allow 2 on 1',
    ])
    expect(isStoredAs(draft([asked]), stored([{ id: read, meta: label }]))).toBe(false)
  })
})

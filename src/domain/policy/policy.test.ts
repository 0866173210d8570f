import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPolicy } from './read-policy.ts'
import { canonicalPolicy, samePolicies } from './canonical.ts'
import { blankPolicy, fromApi, toApi, toInput, withNames, type EditorPolicy } from './editor-policy.ts'
import { parseResource } from './resource-keys.ts'
import { validatePolicy } from './validate-policy.ts'
import type { WirePolicy } from './wire.ts'

const account = '023e105f4ecef8ad9ca31a8372d0c353'
const zone = '9a7806061c88ada191ed06f989cc3dac'
const accountKey = `com.cloudflare.api.account.${account}`

const wire = (resources: WirePolicy['resources'], more: Partial<WirePolicy> = {}): WirePolicy => ({
  id: 'f267e341f3dd4697bd3b9f71dd96247f',
  effect: 'allow',
  permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f', name: 'Zone Read' }],
  resources,
  ...more,
})

const familyOf = (policy: EditorPolicy | undefined) =>
  policy?.kind === 'visual' ? policy.resources.family : policy?.kind

test.each([
  ['the account', { [accountKey]: '*' }, 'account'],
  ['all zones', { [accountKey]: { 'com.cloudflare.api.account.zone.*': '*' } }, 'all-zones'],
  ['zones', { [`com.cloudflare.api.account.zone.${zone}`]: '*' }, 'zones'],
  ['all buckets', { [accountKey]: { 'com.cloudflare.edge.r2.bucket.*': '*' } }, 'all-buckets'],
  ['a bucket', { [`com.cloudflare.edge.r2.bucket.${account}_eu_backups`]: '*' }, 'buckets'],
  ['unknown keys', { 'com.example.app.7': '*', other: { inner: '*' } }, 'other'],
  ['another account', { [`com.cloudflare.api.account.${zone}`]: '*' }, 'advanced'],
  ['a nested single zone', { [accountKey]: { [`com.cloudflare.api.account.zone.${zone}`]: '*' } }, 'advanced'],
  ['mixed families', { [accountKey]: '*', [`com.cloudflare.api.account.zone.${zone}`]: '*' }, 'advanced'],
  ['nothing', {}, 'advanced'],
])('a policy on %s opens as %3$s', (_, resources, family) => {
  expect(familyOf(fromApi([wire(resources)], account)[0])).toBe(family)
})

test('an unknown effect or field opens as advanced, with the field in its JSON', () => {
  const [odd] = fromApi([{ ...wire({ [accountKey]: '*' }), note: 'kept' }], account)
  expect(odd).toMatchObject({ kind: 'advanced', json: expect.stringContaining('"note": "kept"') })
  expect(familyOf(fromApi([wire({ [accountKey]: '*' }, { effect: 'audit' })], account)[0])).toBe('advanced')
})

/** Policies in every form the API may send. */
const hexId = fc.stringMatching(/^[0-9a-f]{32}$/)
const key = fc.oneof(
  fc.constant(accountKey),
  hexId.map((id) => `com.cloudflare.api.account.${id}`),
  hexId.map((id) => `com.cloudflare.api.account.zone.${id}`),
  fc.constant('com.cloudflare.api.account.zone.*'),
  fc.stringMatching(/^[a-z]{3,8}$/).map((name) => `com.cloudflare.edge.r2.bucket.${account}_default_${name}`),
  fc.constant('com.cloudflare.edge.r2.bucket.*'),
  fc.stringMatching(/^[a-z.]{1,12}$/),
)
const value = fc.oneof(
  fc.constant('*'),
  fc.stringMatching(/^[a-z]{1,4}$/),
  fc.dictionary(key, fc.constantFrom('*', 'read'), { maxKeys: 3 }),
)
const group = fc.record(
  { id: hexId, name: fc.string(), meta: fc.record({ key: fc.string(), value: fc.string() }) },
  { requiredKeys: ['id'] },
)
const anyPolicy = fc.record(
  {
    id: hexId,
    effect: fc.constantFrom('allow', 'deny', 'audit'),
    permission_groups: fc.array(group, { maxLength: 4 }),
    resources: fc.dictionary(key, value, { maxKeys: 4 }),
    extra: fc.jsonValue(),
  },
  { requiredKeys: ['effect', 'permission_groups', 'resources'] },
) as fc.Arbitrary<WirePolicy>

describe('laws of the round trip', () => {
  test('what was not touched goes back exactly as it came, without id and group names', () => {
    fc.assert(
      fc.property(fc.array(anyPolicy, { maxLength: 5 }), (policies) => {
        const back = fromApi(policies, account).map((policy) => toApi(policy, account))
        // As text, so that the key order counts as well.
        expect(JSON.stringify(back)).toBe(JSON.stringify(policies.map(toInput)))
      }),
    )
  })

  test('a policy that was changed and changed back means what it meant', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const [editor] = fromApi([policy], account)
        if (editor?.kind !== 'visual') return
        const more = { ...editor, permissionGroups: [...editor.permissionGroups, { id: 'added', name: null }] }
        const back = { ...more, permissionGroups: more.permissionGroups.filter(({ id }) => id !== 'added') }
        expect(canonicalPolicy(toApi(more, account))).not.toBe(canonicalPolicy(policy))
        expect(canonicalPolicy(toApi(back, account))).toBe(canonicalPolicy(policy))
      }),
    )
  })

  test('a policy and its input mean the same', () => {
    fc.assert(fc.property(anyPolicy, (policy) => canonicalPolicy(toInput(policy)) === canonicalPolicy(policy)))
  })

  test('order, ids and group names never matter', () => {
    fc.assert(
      fc.property(fc.array(anyPolicy, { maxLength: 4 }), (policies) => {
        const shuffled = policies.toReversed().map((policy) => ({
          ...policy,
          id: 'another',
          permission_groups: policy.permission_groups.toReversed().map((chosen) => ({ ...chosen, name: 'renamed' })),
          resources: Object.fromEntries(Object.entries(policy.resources).toReversed()),
        }))
        return samePolicies(policies, shuffled)
      }),
    )
  })
})

test('an effect, a group, its meta or a resource matters', () => {
  const policy = wire({ [accountKey]: '*' })
  const others: WirePolicy[] = [
    { ...policy, effect: 'deny' },
    { ...policy, permission_groups: [{ id: zone }] },
    { ...policy, permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f', meta: { key: 'k' } as never }] },
    { ...policy, resources: { [accountKey]: { x: '*' } } },
  ]
  for (const other of others) expect(samePolicies([policy], [other])).toBe(false)
})

test('a changed policy is written in the form the API wants', () => {
  const policy = { ...blankPolicy(), permissionGroups: [{ id: zone, name: null }] }
  const written = (changed: EditorPolicy) => readPolicy(toApi(changed, account)).resources
  expect(written({ ...policy, resources: { family: 'all-zones' } })).toEqual({
    [accountKey]: { 'com.cloudflare.api.account.zone.*': '*' },
  })
  expect(written({ ...policy, resources: { family: 'buckets', ids: ['eu/b'] } })).toEqual({
    [`com.cloudflare.edge.r2.bucket.${account}_eu_b`]: '*',
  })
  expect(written({ ...policy, resources: { family: 'other', entries: [{ key: 'k', value: '{"a":"*"}' }] } })).toEqual({
    k: { a: '*' },
  })
})

test.each([
  ['no groups', blankPolicy(), 'permissionGroups'],
  ['no zones', { ...blankPolicy(), resources: { family: 'zones', ids: [] } }, 'resources'],
  [
    'an empty key',
    { ...blankPolicy(), resources: { family: 'other', entries: [{ key: ' ', value: '*' }] } },
    'resources',
  ],
  ['broken JSON', { kind: 'advanced', json: '{', source: null }, 'json'],
  ['JSON that is no policy', { kind: 'advanced', json: '[]', source: null }, 'json'],
  [
    'an unknown effect',
    {
      kind: 'advanced',
      json: '{"effect":"maybe","permission_groups":[{"id":"1"}],"resources":{"k":"*"}}',
      source: null,
    },
    'json',
  ],
] as [string, EditorPolicy, string][])('a policy with %s is refused at its part', (_, policy, field) => {
  expect(validatePolicy(policy).map((problem) => problem.field)).toContain(field)
})

test('a bucket key splits at its first two underscores', () => {
  expect(parseResource(`com.cloudflare.edge.r2.bucket.${account}_fedramp-high_my-bucket`, '*')).toEqual([
    { kind: 'one', family: 'buckets', accountId: account, id: 'fedramp-high/my-bucket', isNested: false },
  ])
})

test('a policy is read with the names that the form or the token tells, and keeps what is sent', () => {
  const group = (id: string, name?: string) => ({ id, ...(name !== undefined && { name }) })
  const stored = { effect: 'allow', permission_groups: [group('1', 'DNS Read'), group('2')], resources: { k: '*' } }
  const names = (policy: EditorPolicy) =>
    withNames(toApi(policy, account), policy).permission_groups.map(({ id, name }) => [id, name])
  const [policy = blankPolicy()] = fromApi([stored], account)
  expect(policy.kind).toBe('visual')
  expect(names(policy)).toEqual([
    ['1', 'DNS Read'],
    ['2', ''],
  ])
  expect(names({ ...blankPolicy(), permissionGroups: [{ id: '3', name: 'Zone Write' }] })).toEqual([
    ['3', 'Zone Write'],
  ])
  const [odd = blankPolicy()] = fromApi([{ ...stored, effect: 'perhaps' }], account)
  expect(odd.kind).toBe('advanced')
  expect(names(odd)).toEqual(names(policy))
})

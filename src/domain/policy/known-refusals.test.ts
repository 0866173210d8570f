import { expect, test } from 'vitest'
import { fromApi, type EditorPolicy } from './editor-policy.ts'
import { knownRefusals } from './known-refusals.ts'
import { BUCKET, judge, OWN, own, policy, sent, TAG, WORKER, ZONE, ZONE_ID } from './refusal-testing.ts'
import type { WirePolicyInput } from './wire.ts'

const KINDS: [string, WirePolicyInput, string | null, number][] = [
  ['account group on a zone', policy({ [`${ZONE}.${ZONE_ID}`]: '*' }, 'account-group'), 'wrong-kind', 1],
  [
    'one of two groups on all zones',
    policy({ [own]: { [`${ZONE}.*`]: '*' } }, 'account-group', 'zone-group'),
    'wrong-kind',
    2,
  ],
  ['zone group on a bucket', policy({ [`${BUCKET}.${OWN}_eu_x`]: '*' }, 'zone-group'), 'wrong-kind', 1],
  ['bucket group on a Worker', policy({ [own]: { [`${WORKER}.${TAG}`]: '*' } }, 'bucket-group'), 'wrong-kind', 1],
  [
    'account and zone, a group of each',
    policy({ [own]: '*', [`${ZONE}.${ZONE_ID}`]: '*' }, 'account-group', 'zone-group'),
    'mixed-kinds',
    2,
  ],
  [
    'zones and buckets under one account',
    policy({ [own]: { [`${ZONE}.*`]: '*', [`${BUCKET}.*`]: '*' } }, 'zone-group', 'bucket-group'),
    'mixed-kinds',
    2,
  ],
  ['zone group on a zone', policy({ [`${ZONE}.${ZONE_ID}`]: '*' }, 'zone-group'), null, 0],
  ['zone group on the account, which the API takes', policy({ [own]: '*' }, 'zone-group'), null, 0],
  ['unlisted group on a zone', policy({ [`${ZONE}.${ZONE_ID}`]: '*' }, 'unlisted'), null, 0],
  ['account group on a key of no kind', policy({ foo: '*' }, 'account-group'), null, 0],
  ['Worker group on a Worker', policy({ [own]: { [`${WORKER}.${TAG}`]: '*' } }, 'worker-group'), null, 0],
]

test.each(KINDS)('%s', (_, wire, kind, parts) => {
  const [refusal] = judge(wire)
  expect(refusal?.kind ?? null).toBe(kind)
  expect(refusal?.cure?.policies.length ?? 0).toBe(parts)
  // A fix keeps all groups, and none of its parts is refused for its groups.
  const cured = sent(refusal?.cure?.policies) ?? [wire]
  const ids = cured.flatMap(({ permission_groups }) => permission_groups.map(({ id }) => id))
  expect(ids.toSorted()).toEqual(wire.permission_groups.map(({ id }) => id).toSorted())
  if (kind) expect(cured.flatMap((each) => judge(each))).toEqual([])
})

test('kinds that only may be refused together do not stop a save', () => {
  const [refusal] = judge(policy({ [own]: '*', [`${ZONE}.${ZONE_ID}`]: '*' }, 'zone-group'))
  expect([refusal?.kind, refusal?.isCertain]).toEqual(['mixed-kinds', false])
})

test.each([
  [300, 0],
  [301, 2],
  [601, 3],
])('%i permission groups make %i policies', (count, parts) => {
  const ids = Array.from({ length: count }, (_, index) => `g${index}`)
  const [refusal] = judge(policy({ [own]: '*' }, ...ids))
  expect(refusal?.cure?.policies.length ?? 0).toBe(parts)
  const cured = sent(refusal?.cure?.policies)?.map(({ permission_groups }) => permission_groups)
  if (cured) expect(cured.flat().map(({ id }) => id)).toEqual(ids)
  for (const groups of cured ?? []) expect(groups.length).toBeLessThanOrEqual(300)
})

test('a group that is not selectable is told, stops no save, and can be left out', () => {
  const [refusal] = judge(policy({ [own]: '*' }, 'account-group', 'closed-group', 'closed-group'))
  expect(refusal).toMatchObject({ kind: 'not-selectable', isCertain: false })
  expect(refusal?.message).toMatch(/can’t grant Name of closed-group\.$/)
  expect(sent(refusal?.cure?.policies)).toMatchObject([{ permission_groups: [{ id: 'account-group' }] }])
  expect(judge(policy({ [own]: '*' }, 'closed-group'))[0]?.cure).toBeNull()
})

test('a group named twice counts once', () => {
  const ids = Array.from({ length: 300 }, (_, index) => `g${index}`)
  expect(judge(policy({ [own]: '*' }, ...ids, ...ids))).toEqual([])
})

test('a stored policy is not judged, in whatever order it is; touched, it is', () => {
  const stored = policy({ [`${ZONE}.*`]: '*' }, 'zone-group', 'unlisted')
  const reordered = policy({ [`${ZONE}.*`]: '*' }, 'unlisted', 'zone-group')
  expect(judge(reordered, [stored])).toEqual([])
  expect(judge(policy({ [`${ZONE}.*`]: '*' }, 'zone-group'), [stored])).toHaveLength(1)
})

test('a cure keeps all else of the policy: effect, unknown fields, fields of groups', () => {
  const wire = {
    effect: 'deny',
    tier: 7,
    permission_groups: [{ id: 'zone-group', meta: { label: 'x' } }],
    resources: { [`${ZONE}.*`]: '*' },
  }
  const [refusal] = judge(wire)
  expect(sent(refusal?.cure?.policies)).toEqual([{ ...wire, resources: { [own]: { [`${ZONE}.*`]: '*' } } }])
})

test('each refusal says of which policy it is', () => {
  const policies = fromApi([policy({ [own]: '*' }), policy({ [`${ZONE}.*`]: '*' })], OWN)
  expect(knownRefusals(policies, { accountId: OWN, stored: [] }).map((each) => each.policyIndex)).toEqual([1])
})

test('policies that are not whole yet are not judged', () => {
  const policies: EditorPolicy[] = [
    { kind: 'advanced', json: '{', source: null },
    { kind: 'advanced', json: '[]', source: null },
    {
      kind: 'visual',
      effect: 'allow',
      resources: { family: 'other', entries: [{ key: '', value: '*' }] },
      permissionGroups: [],
      source: null,
    },
  ]
  expect(knownRefusals(policies, { accountId: OWN, stored: [] })).toEqual([])
})

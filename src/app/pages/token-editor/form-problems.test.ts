import { expect, test } from 'vitest'
import { ACCOUNT, testToken } from '#domain/inventory/testing.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { toLocalInput } from '#domain/token/validity.ts'
import { fieldErrors, formProblems } from './form-problems.ts'
import type { FormProblem } from './judging.ts'
import { blankValues, editValues, policyRow, type FormValues } from './form-values.ts'

const NOW = Date.UTC(2026, 10, 26)
const NEW = { accountId: ACCOUNT, stored: null, catalogue: undefined }

const group = (id: string, scope: string): PermissionGroup => ({
  id: id.repeat(32),
  name: `Group ${id} Read`,
  scopes: [scope],
  category: null,
  description: null,
  isSelectable: true,
  deprecation: null,
})
const ofAccount = group('a', 'com.cloudflare.api.account')
const ofZone = group('b', 'com.cloudflare.api.account.zone')

const policy = (part: Partial<Extract<EditorPolicy, { kind: 'visual' }>> = {}): EditorPolicy => ({
  kind: 'visual',
  effect: 'allow',
  resources: { family: 'account' },
  permissionGroups: [{ id: ofAccount.id, name: null }],
  source: null,
  ...part,
})
const whole = blankValues('whole', [policy()])
const places = (problems: FormProblem[]) => problems.map(({ field, path }) => [field, path.join('.')])

test('a form with a name, a policy and an end has no problem', () => {
  expect(formProblems(whole, NEW, NOW)).toEqual([])
})

const past = toLocalInput('2026-01-01T00:00:00Z')

test.each<[string, Partial<FormValues>, string, string]>([
  ['no name', { name: '' }, 'name', 'name'],
  ['a name of spaces', { name: '  ' }, 'name', 'name'],
  ['no policy', { policies: [] }, 'policies', 'policies'],
  ['no start where a date was chosen', { starts: 'at' }, 'startsAt', 'not_before'],
  ['an end in the past', { ends: 'at', endsAt: past }, 'endsAt', 'expires_on'],
  ['half a range', { allowedText: '192.0.2.' }, 'allowedText', 'condition.request_ip.in'],
  ['half an exception', { exceptionsText: '10.0.0.0/33' }, 'exceptionsText', 'condition.request_ip.not_in'],
  ['a text that cannot be read', { json: { text: '{', body: null } }, 'json', ''],
  [
    'a resource that was not added',
    { policies: [{ policy: policy(), typed: 'example.com' }] },
    'policies.0.typed',
    'policies.0.resources',
  ],
  [
    'no permission group',
    { policies: [policyRow(policy()), policyRow(policy({ permissionGroups: [] }))] },
    'policies.1.policy',
    'policies.1.permission_groups',
  ],
  [
    'no zone',
    { policies: [policyRow(policy({ resources: { family: 'zones', ids: [] } }))] },
    'policies.0.policy',
    'policies.0.resources',
  ],
  [
    'a policy that is no JSON',
    { policies: [policyRow({ kind: 'advanced', json: '{', source: null })] },
    'policies.0.policy',
    'policies.0',
  ],
])('%s is one problem, at its field and its place in the body', (_, change, field, path) => {
  expect(places(formProblems({ ...whole, ...change }, NEW, NOW))).toEqual([[field, path]])
})

test('a range that is typed whole is no problem: it is added when the input is left', () => {
  expect(formProblems({ ...whole, allowedText: '192.0.2.0/24, 10.0.0.1' }, NEW, NOW)).toEqual([])
})

test.each([
  ['active', 'Disabled', true],
  ['active', 'paused', true],
  ['active', 'disabled', false],
  ['disabled', 'active', false],
  ['paused', 'paused', false],
  ['paused', 'active', false],
  ['paused', 'expired', true],
])('a status that no request can set is a problem unless it is stored: from %s to %s', (status, written, isProblem) => {
  const values = { ...whole, carried: { ...whole.carried, status: written } }
  const problems = formProblems(values, { ...NEW, stored: testToken('a', { status }) }, NOW)
  expect(places(problems)).toEqual(isProblem ? [['carried.status', 'status']] : [])
})

test('a new token takes no status; a stored one has any', () => {
  const disabled = { ...whole, carried: { ...whole.carried, status: 'disabled' } }
  expect(places(formProblems(disabled, NEW, NOW))).toEqual([['carried.status', 'status']])
  expect(formProblems(disabled, { ...NEW, stored: testToken('a') }, NOW)).toEqual([])
})

test('a group that does not fit the resources is a problem once the catalogue is known', () => {
  const values = blankValues('x', [policy({ permissionGroups: [{ id: ofZone.id, name: null }] })])
  expect(formProblems(values, NEW, NOW)).toEqual([])
  expect(places(formProblems(values, { ...NEW, catalogue: [ofAccount, ofZone] }, NOW))).toEqual([
    ['policies.0.policy', 'policies.0.permission_groups'],
  ])
})

test('what is certain to be refused is a problem of the policy', () => {
  const key = 'com.cloudflare.api.account.zone.example.com'
  const values = blankValues('x', [policy({ resources: { family: 'other', entries: [{ key, value: '*' }] } })])
  const problems = formProblems(values, { ...NEW, catalogue: [ofAccount, ofZone] }, NOW)
  expect(problems.length).toBeGreaterThan(0)
  expect(new Set(problems.map(({ field }) => field))).toEqual(new Set(['policies.0.policy']))
})

test('what is stored may stay, whatever it is; the same in a new token is refused', () => {
  const stored = testToken('a', { name: ' ', expiresOn: '2020-01-01T00:00:00Z', policies: [] })
  const values = editValues(stored, ACCOUNT)
  expect(formProblems(values, { ...NEW, stored }, NOW)).toEqual([])
  expect(places(formProblems(values, NEW, NOW))).toEqual([
    ['name', 'name'],
    ['endsAt', 'expires_on'],
    ['policies', 'policies'],
  ])
})

test('every field gets its first problem, nested as React Hook Form wants it', () => {
  const values = {
    ...blankValues('', [policy(), policy({ resources: { family: 'zones', ids: [] }, permissionGroups: [] })]),
    allowedText: 'x',
  }
  const errors = fieldErrors(formProblems(values, NEW, NOW))
  expect(errors).toMatchObject({
    name: { type: 'form', message: 'Enter a name.' },
    allowedText: { type: 'form' },
    policies: [undefined, { policy: { type: 'form', message: 'Choose at least one zone.' } }],
  })
  expect(Object.keys(errors)).toHaveLength(3)
})

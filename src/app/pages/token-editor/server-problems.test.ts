import { expect, test } from 'vitest'
import { blankValues } from './form-values.ts'
import { placeProblems } from './server-problems.ts'

const DNS_WRITE = { id: '4755a26eedb94da69e1066d98aa820be', name: 'DNS Write' }
const values = blankValues('a name', [
  { kind: 'visual', effect: 'allow', resources: { family: 'account' }, permissionGroups: [], source: null },
  { kind: 'visual', effect: 'allow', resources: { family: 'all-zones' }, permissionGroups: [DNS_WRITE], source: null },
])

const PLAIN = { code: 1001, documentationUrl: null, chain: [] }

const placesOf = (...problems: { message?: string; pointer?: string }[]) => {
  const told = problems.map(({ message = 'refused', pointer = null }) => ({ ...PLAIN, message, pointer }))
  return placeProblems({ problems: told }, values).map(({ field }) => field)
}

test.each([
  ['/name', 'name'],
  ['/not_before', 'startsAt'],
  ['/expires_on', 'endsAt'],
  ['/condition', 'condition.allowed'],
  ['/condition/request_ip', 'condition.allowed'],
  ['/condition/request_ip/in/0', 'condition.allowed'],
  ['/condition/request_ip/not_in/3', 'condition.exceptions'],
  ['/policies/0', 'policies.0.policy'],
  ['/policies/0/effect', 'policies.0.policy'],
  ['/policies/12/permission_groups/2/id', 'policies.12.policy'],
])('a problem at %s belongs to %s', (pointer, field) => {
  expect(placesOf({ pointer })).toEqual([field])
})

test.each([[''], ['/'], ['/policies'], ['/policies/-1'], ['/policies/x/effect'], ['/status'], ['/names'], ['name']])(
  'a problem at %j belongs to the form as a whole',
  (pointer) => {
    expect(placesOf({ pointer })).toEqual([null])
  },
)

test('a permission group that is named without a pointer leads to the first policy that has it', () => {
  const message = 'Failed common permission check against resources. (Permission group: "DNS Write")'
  expect(placesOf({ message })).toEqual(['policies.1.policy'])
  expect(placesOf({ message: message.replace('DNS Write', 'Not in the form') })).toEqual([null])
})

test('a pointer counts more than a name in the message', () => {
  expect(placesOf({ message: '(Permission group: "DNS Write")', pointer: '/policies/0' })).toEqual([
    'policies.0.policy',
  ])
})

test('a refused length of the name is told at the name', () => {
  expect(placesOf({ message: 'name must have a length between 1 and 120' })).toEqual(['name'])
})

test('every problem is kept, in the order of the API', () => {
  expect(placesOf({ pointer: '/expires_on' }, {}, { pointer: '/name' })).toEqual(['endsAt', null, 'name'])
})

import { expect, test } from 'vitest'
import type { Token } from '#domain/token/token.ts'
import { readToken } from '#domain/token/read-token.ts'
import {
  createBody,
  draftOf,
  hasSameUnknown,
  updateBody,
  whyUnwritable,
  withoutKeptExtra,
} from '#domain/token/request-body.ts'
import { heldGroup } from './held-group.ts'
import { listPermissions } from './list-permissions.ts'
import { describePolicy, sentenceText } from './sentence.ts'
import { summarizeCondition } from '#domain/condition/condition-words.ts'
import { countNotAllowed, summarizePermissions, summarizeResources } from './summary.ts'

const accountId = '023e105f4ecef8ad9ca31a8372d0c353'
const zone = (digit: string) => `com.cloudflare.api.account.zone.${digit.repeat(32)}`
const foreign = 'c'.repeat(32)
const foreignKey = `com.cloudflare.api.account.${foreign}`
const worker = `com.cloudflare.edge.worker.script.${'d'.repeat(32)}`
const nested = (account: string, ...keys: string[]) => ({
  [`com.cloudflare.api.account.${account}`]: Object.fromEntries(keys.map((key) => [key, '*'])),
})
const NAMES = new Map([
  ['a'.repeat(32), 'example.com'],
  ['e'.repeat(32), 'cart-api'],
])
const groups = [
  { id: '1', name: 'DNS Write' },
  { id: '2', name: 'Zone Read' },
]
const say = (resources: Record<string, string | Record<string, string>>, effect = 'allow') =>
  sentenceText(describePolicy({ effect, permission_groups: groups, resources }, { accountId, zoneNames: NAMES }))

test.each([
  [{ [`com.cloudflare.api.account.${accountId}`]: '*' }, 'on this account'],
  [{ [zone('a')]: '*', [zone('b')]: '*' }, `on 2 zones: example.com, ${'b'.repeat(32)}`],
  [{ [`com.cloudflare.api.account.${accountId}`]: { 'com.cloudflare.api.account.zone.*': '*' } }, 'on all zones'],
  [{ [`com.cloudflare.edge.r2.bucket.${accountId}_eu_logs`]: '*' }, 'on 1 R2 bucket: logs (eu)'],
  [{ foo: 'string' }, 'on 1 other resource: foo → string'],
  [{ foo: '*' }, 'on 1 other resource: foo'],
  [{ foo: {} }, 'on 1 other resource: foo → {}'],
  [{ foo: { bar: '*', baz: '*' } }, 'on 1 other resource: foo → {"bar":"*","baz":"*"}'],
  [
    nested(foreign, 'com.cloudflare.edge.flagship.app.*'),
    `on 1 other resource: ${foreignKey} → {"com.cloudflare.edge.flagship.app.*":"*"}`,
  ],
  [{ [`com.cloudflare.api.account.${foreign}`]: '*' }, `on another account ${foreign}`],
  [nested(foreign, 'com.cloudflare.api.account.zone.*'), `on all zones of another account ${foreign}`],
  [nested(foreign, 'com.cloudflare.edge.r2.bucket.*'), `on all R2 buckets of another account ${foreign}`],
  [nested(foreign, zone('a')), `on 1 zone of another account ${foreign}: example.com`],
  [nested(foreign, worker), `on 1 Worker of another account ${foreign}: ${'d'.repeat(32)}`],
  [nested(foreign, 'com.cloudflare.flagship.app.7'), `on 1 flagship app of another account ${foreign}: 7`],
  [{ [`com.cloudflare.edge.r2.bucket.${foreign}_eu_b`]: '*' }, `on 1 R2 bucket of another account ${foreign}: b (eu)`],
  [nested(accountId, zone('a')), 'on 1 zone: example.com'],
  [
    nested(accountId, worker, `com.cloudflare.edge.worker.script.${'e'.repeat(32)}`),
    `on 2 Workers: ${'d'.repeat(32)}, cart-api`,
  ],
  [nested(accountId, 'com.cloudflare.flagship.app.7', 'com.cloudflare.flagship.app.8'), 'on 2 flagship apps: 7, 8'],
  [
    { ...nested(foreign, 'com.cloudflare.api.account.zone.*', 'foo'), [zone('a')]: '*' },
    `on all zones of another account ${foreign} and 1 zone: example.com and 1 other resource: ${foreignKey} → {"foo":"*"}`,
  ],
  [{}, 'on nothing'],
])('a policy reads as a sentence: %#', (resources, ending) => {
  expect(say(resources)).toBe(`Allow DNS Write, Zone Read ${ending}`)
})

test('no words of a group hide the characters that its stored name has', () => {
  const wire = { id: '1', name: 'DNS\u202e Write' }
  const policy = { effect: 'allow', permission_groups: [wire], resources: { foo: '*' } }
  const words = [
    sentenceText(describePolicy(policy, { accountId })),
    summarizePermissions([policy]).first?.product,
    listPermissions([policy]),
    heldGroup(wire).name,
  ]
  expect(words.map((one) => one?.includes('DNSU+202E'))).toEqual([true, true, true, true])
  // What is sent is what came.
  expect(wire.name).toContain('\u202e')
})

test('a denial says so, an unknown effect says what it is', () => {
  expect(say({ foo: '*' }, 'deny')).toMatch(/^Deny /)
  expect(say({ foo: '*' }, 'audit')).toMatch(/^audit /)
})

test('short forms count what is different, once', () => {
  const policy = { effect: 'allow', permission_groups: groups, resources: { [zone('a')]: '*', [zone('b')]: '*' } }
  const onAccount = { ...policy, resources: { [`com.cloudflare.api.account.${accountId}`]: '*' } }
  expect(summarizePermissions([policy, policy])).toMatchObject({ first: { product: 'DNS', level: 'Write' }, more: 1 })
  const named = (...names: string[]) => ({
    ...policy,
    permission_groups: names.map((name) => ({ id: `id of ${name}`, name })),
  })
  const shortOf = (...names: string[]) => summarizePermissions([named(...names)]).first
  for (const names of [
    ['Zone Read', 'Cache Purge', 'Workers Tail Read', 'Workers Scripts Write', 'Workers KV Storage Write'],
    ['Workers KV Storage Write', 'Workers Scripts Write', 'Zone Read'],
  ])
    expect(shortOf(...names)).toEqual({ product: 'Workers KV Storage', level: 'Write' })
  expect(shortOf('Analytics Read', 'Cache Purge')).toEqual({ product: 'Cache', level: 'Purge' })
  expect(shortOf('Zone Read', 'DNS Read')).toEqual({ product: 'DNS', level: 'Read' })
  expect(summarizePermissions([])).toMatchObject({ first: null, more: 0 })
  const denied = { ...policy, effect: 'deny' }
  const odd = { ...policy, effect: 'maybe' }
  expect(summarizePermissions([denied, odd])).toMatchObject({ first: null, more: 0 })
  expect(summarizePermissions([denied, policy])).toMatchObject({ first: { product: 'DNS', level: 'Write' }, more: 1 })
  expect(countNotAllowed([policy, denied, odd, odd])).toEqual({ denied: 2, other: 2 })
  expect(summarizeResources([policy, policy, onAccount], accountId)).toBe('Account, 2 zones')
  expect(summarizeResources([], accountId)).toBe('Nothing')
  const short = (resources: Record<string, string | Record<string, string>>) =>
    summarizeResources([{ ...policy, resources }], accountId)
  expect(short(nested(accountId, worker, `${worker.slice(0, -1)}0`))).toBe('2 Workers')
  expect(short(nested(accountId, 'com.cloudflare.flagship.app.7'))).toBe('1 flagship app')
  expect(short({ [foreignKey]: '*' })).toBe('Another account')
  expect(short(nested(foreign, 'com.cloudflare.api.account.zone.*', worker))).toBe(
    'All zones of another account, 1 Worker of another account',
  )
  expect(short({ [zone('a')]: '*', ...nested(accountId, zone('a'), zone('b')), foo: '*' })).toBe('2 zones, 1 other key')
  expect(summarizeCondition({ allowed: [], exceptions: [] })).toBe('Any IP address')
  expect(summarizeCondition({ allowed: ['a', 'b'], exceptions: ['c'] })).toBe('2 ranges, 1 blocked')
  expect(summarizeCondition({ allowed: [], exceptions: ['c'] })).toBe('All IPs except 1 range')
})

test.each([
  [['Zone Read', 'DNS Write'], 'DNS'],
  [['Account Analytics Read', 'Workers Tail', 'Zone Edit'], 'Zone'],
  [['API Tokens Read', 'Cache Purge'], 'Cache'],
  [['Administrators Read', 'Zone Write'], 'Zone'],
  [['Credit Report', 'SCIM Provisioning'], 'SCIM Provisioning'],
  [['Billing Report', 'Write Ahead Log Read', 'Cache Purge'], 'Cache'],
  [['A Read', 'B Read'], 'A'],
  [['B Write', 'A Edit', 'C Admin'], 'A'],
])('of %j, a group that changes something is told first', (names, product) => {
  const some = names.map((name, index) => ({ id: String(index), name }))
  expect(summarizePermissions([{ effect: 'allow', permission_groups: some, resources: {} }]).first?.product).toBe(
    product,
  )
})

const policies = [{ id: 'p', effect: 'allow', permission_groups: groups, resources: { foo: '*' } }]
const token = (fields: object = {}): Token => {
  const read = readToken({ id: 't', name: 'name', status: 'active', policies, condition: { geo: ['DE'] }, ...fields })
  if (!read) throw new Error('no token')
  return read
}
const input = { effect: 'allow', permission_groups: [{ id: '1' }, { id: '2' }], resources: { foo: '*' } }

test('a create leaves out what is not set, and keeps a condition the app does not know', () => {
  expect(createBody(draftOf(token({ condition: {} })))).toEqual({ name: 'name', policies: [input] })
  expect(createBody(draftOf(token()))).toMatchObject({ condition: { geo: ['DE'] } })
})

test('an update changes what the draft changes and sends the rest as it came', () => {
  const stored = token({ expires_on: '2027-01-01', not_before: null, risk: 7 })
  expect(updateBody({ ...draftOf(stored), name: 'new' }, stored)).toEqual({
    name: 'new',
    status: 'active',
    policies: [input],
    condition: { geo: ['DE'] },
    expires_on: '2027-01-01',
    not_before: null,
    risk: 7,
  })
})

test('null clears a time and {} a condition', () => {
  const stored = token({ expires_on: '2027-01-01T00:00:00Z', condition: { request_ip: { in: ['192.0.2.0/24'] } } })
  const cleared = { ...draftOf(stored), expiresOn: null, condition: { allowed: [], exceptions: [] } }
  expect(updateBody(cleared, stored)).toMatchObject({ expires_on: null, condition: {} })
})

test('a status the API would not take back is left as it is', () => {
  const stored = token({ status: 'expired' })
  expect(updateBody(draftOf(stored), stored)).not.toHaveProperty('status')
})

test('a token that came without its name or its policies is not written, unless they are given', () => {
  const [nameless, empty] = [token({ name: undefined }), token({ policies: 'none' })]
  delete nameless.wire.name
  expect(whyUnwritable(draftOf(nameless), nameless)).toMatch(/without a name/)
  expect(whyUnwritable({ ...draftOf(nameless), name: 'given' }, nameless)).toBeNull()
  expect(whyUnwritable(draftOf(empty), empty)).toMatch(/without a list of policies/)
  expect(whyUnwritable({ ...draftOf(empty), policies: [input] }, empty)).toBeNull()
})

test('an unknown field that was not touched goes back as it was read last, also from a body written by hand', () => {
  const [opened, current] = [token({ seen: 1 }), token({ seen: 2 })]
  const byHand = { ...draftOf(opened), name: 'new', extra: { seen: 1 } }
  expect(updateBody(withoutKeptExtra(byHand, opened), current)).toMatchObject({ name: 'new', seen: 2 })
  expect(withoutKeptExtra({ ...byHand, extra: { seen: 7 } }, opened).extra).toEqual({ seen: 7 })
  expect(hasSameUnknown(opened, current)).toBe(false)
})

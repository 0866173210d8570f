import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Token } from './token.ts'
import { readToken } from './read-token.ts'
import { holdsRounded } from '#domain/text/rounded.ts'
import { stableText } from '#domain/text/stable-text.ts'
import { fromApi, toApi, toInput } from '#domain/policy/editor-policy.ts'
import { draftOf, updateBody, whyUnwritable, type TokenDraft } from './request-body.ts'

const accountId = '023e105f4ecef8ad9ca31a8372d0c353'

/** Values as a JSON parser creates them, including keys such as `__proto__`. */
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc
    .constantFrom('{"__proto__":{"a":1},"constructor":"c","prototype":[]}', '{"a":{"__proto__":7}}')
    .map((text) => JSON.parse(text) as unknown),
)
const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'prototype', 'risk_score', 'future'))
const dictionary = (value: fc.Arbitrary<unknown>) =>
  fc.array(fc.tuple(key, value), { maxLength: 3 }).map((entries): unknown => Object.fromEntries(entries))
const object = dictionary(json)

const group = fc.oneof(
  json,
  fc.record(
    { id: fc.oneof(fc.stringMatching(/^[0-9a-f]{1,32}$/), json), name: fc.oneof(fc.string(), json), meta: object },
    { requiredKeys: [] },
  ),
)
const resources = fc.oneof(
  json,
  dictionary(fc.oneof(fc.constant('*'), json, dictionary(fc.constant('*')))),
  fc.constant({ [`com.cloudflare.api.account.${accountId}`]: '*' }),
)
const policy = fc.oneof(
  json,
  fc
    .record(
      {
        effect: fc.oneof(fc.constantFrom('allow', 'deny', 'block'), json),
        permission_groups: fc.oneof(fc.array(group, { maxLength: 3 }), json),
        resources,
        extra: json,
      },
      { requiredKeys: [] },
    )
    .chain((known) => object.map((unknown) => ({ ...known, ...(unknown as object) }))),
)
const time = fc.oneof(
  json,
  fc.constantFrom(
    '2031-01-01',
    '2031-01-01 00:00:00Z',
    '2031-01-01T23:59:60Z',
    '2031-01-01T00:00:00.5+01:00',
    '0001-01-01T00:00:00Z',
  ),
)
const condition = fc.oneof(
  json,
  fc.record({
    request_ip: fc.record({ in: fc.oneof(json, fc.array(fc.string())), not_in: json }, { requiredKeys: [] }),
  }),
)
const known = fc.record(
  {
    name: fc.oneof(fc.string(), json),
    status: fc.oneof(fc.constantFrom('active', 'disabled', 'expired', 'revoked (exposed)'), json),
    policies: fc.oneof(fc.array(policy, { maxLength: 3 }), json),
    condition,
    expires_on: time,
    not_before: time,
    issued_on: time,
    modified_on: time,
  },
  { requiredKeys: [] },
)
/** Any JSON object with an id, more or less like a token. */
const wire = fc
  .tuple(object, known)
  .map(([unknown, fields]): Record<string, unknown> => ({ ...(unknown as object), ...fields, id: 'f'.repeat(32) }))

const edits: [string, Partial<TokenDraft>, Record<string, unknown>][] = [
  ['name', { name: 'a name that nothing has' }, { name: 'a name that nothing has' }],
  ['expires_on', { expiresOn: '2040-01-01T00:00:00Z' }, { expires_on: '2040-01-01T00:00:00Z' }],
  ['not_before', { notBefore: '2020-02-02T00:00:00Z' }, { not_before: '2020-02-02T00:00:00Z' }],
]

/** Fields that only the API sets and no request has. */
const READ_ONLY = new Set([
  'id',
  'issued_on',
  'modified_on',
  'last_used_on',
  'creator_email_at_creation',
  'provisioner_type',
  'provisioner_id',
  'value',
])

/**
 * What must be sent back of a token, derived from the rules and not from the code: everything but what the API sets.
 */
function expected(stored: Record<string, unknown>): Record<string, unknown> {
  const sent = Object.entries(stored).filter(
    ([field, value]) => !READ_ONLY.has(field) && !(field === 'status' && value !== 'active' && value !== 'disabled'),
  )
  const { policies, ...rest } = Object.fromEntries(sent)
  return Object.hasOwn(stored, 'policies')
    ? { ...rest, policies: Array.isArray(policies) ? policies.map(toInput) : policies }
    : rest
}

test.each(edits)('a change of %s sends that and the rest as it came, or nothing', (_, change, fields) => {
  fc.assert(
    fc.property(wire, (stored) => {
      const token = readToken(stored)
      if (!token) return false
      const wanted = { ...draftOf(token), ...change }
      if (whyUnwritable(wanted, token))
        return !Object.hasOwn(stored, 'name') || !Array.isArray(stored['policies']) || holdsRounded(stored)
      expect(stableText(updateBody(wanted, token))).toBe(stableText({ ...expected(stored), ...fields }))
      return true
    }),
    { numRuns: 500 },
  )
})

test('a token with a number that the parser rounds is not written', () => {
  const whole = (digits: string) =>
    readToken(JSON.parse(`{ "id": "1", "name": "a", "policies": [], "labels": [{ "serial": ${digits} }] }`))
  const why = (token: Token | null) => token && whyUnwritable({ ...draftOf(token), name: 'b' }, token)
  expect(why(whole('12345678901234567890'))).toContain('so many digits')
  expect(why(whole('9007199254740991'))).toBeNull()
})

test('turning a token off changes its status alone', () => {
  fc.assert(
    fc.property(wire, (stored) => {
      const token = readToken(stored)
      if (!token) return false
      const wanted = { ...draftOf(token), status: 'disabled' }
      if (whyUnwritable(wanted, token)) return true
      expect(stableText(updateBody(wanted, token))).toBe(stableText({ ...expected(stored), status: 'disabled' }))
      return true
    }),
    { numRuns: 500 },
  )
})

test('policies that the editor shows and the user does not touch go back as they came, of whatever form they are', () => {
  fc.assert(
    fc.property(fc.array(policy, { maxLength: 4 }), (policies) => {
      const text = JSON.stringify(fromApi(policies, accountId))
      // As a draft is saved across a reload.
      const back = (JSON.parse(text) as ReturnType<typeof fromApi>).map((one) => toApi(one, accountId))
      expect(JSON.stringify(back)).toBe(JSON.stringify(policies.map(toInput)))
    }),
    { numRuns: 500 },
  )
})

test.each([[null], [{}], [{ id: '' }], [{ id: 7 }], [[]], ['text'], [undefined]])('%j is no token', (value) => {
  expect(readToken(value)).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventory } from '#domain/inventory/generated-tokens.ts'
import { ACCOUNT, testToken } from '#domain/inventory/testing.ts'
import { draftOf } from '#domain/token/request-body.ts'
import { readToken } from '#domain/token/read-token.ts'
import { readTokenBody } from '#domain/token-json/read-token-body.ts'
import { expiryInDays, toLocalInput } from '#domain/token/validity.ts'
import {
  blankValues,
  bodyValues,
  draftFrom,
  duplicateValues,
  editValues,
  mergeValues,
  requestBody,
  type FormValues,
} from './form-values.ts'

const NOW = Date.UTC(2026, 10, 26)

const token = testToken('a'.repeat(32), {
  name: 'stored',
  status: 'disabled',
  notBefore: '2026-01-02T03:04:05Z',
  expiresOn: '2027-01-02T03:04:05.678Z',
  condition: { allowed: ['192.0.2.0/24'], exceptions: ['192.0.2.1/32'] },
})

test('a form that was not touched means the token as it is stored, and writes its body byte for byte', () => {
  fc.assert(
    fc.property(inventory, (tokens) => {
      for (const stored of tokens) {
        const draft = draftFrom(editValues(stored, ACCOUNT), ACCOUNT, NOW)
        expect({ ...draft, extra: {} }).toEqual(draftOf(stored))
        expect(JSON.stringify(requestBody(draft, stored))).toBe(JSON.stringify(requestBody(draftOf(stored), stored)))
      }
    }),
  )
})

test('what the form has no control for comes back as it was stored, whatever keys it has', () => {
  const condition: unknown = JSON.parse('{"request_ip":{"in":["192.0.2.0/24"],"geo":1},"__proto__":{"country":"DE"}}')
  const stored = readToken({ id: 'a', name: 'odd', status: 'active', policies: [], condition, risk: { score: 7 } })
  if (!stored) throw new Error('a token with an id is one')
  const values = structuredClone(editValues(stored, ACCOUNT))
  const body = requestBody(draftFrom({ ...values, name: 'renamed' }, ACCOUNT, NOW), stored)
  expect(JSON.stringify(body)).toBe(
    JSON.stringify({ name: 'renamed', status: 'active', policies: [], condition, risk: { score: 7 } }),
  )
})

test.each<[string, Partial<FormValues>, object]>([
  ['name', { name: 'other' }, { name: 'other' }],
  ['ranges', { condition: { allowed: [], exceptions: [] } }, { condition: { allowed: [], exceptions: [] } }],
  ['start', { starts: 'now' }, { notBefore: null }],
  ['end', { ends: 'never' }, { expiresOn: null }],
  ['end in days', { ends: '30' }, { expiresOn: expiryInDays(30, NOW) }],
  ['end at a date', { endsAt: toLocalInput('2028-01-01T00:00:00Z') }, { expiresOn: '2028-01-01T00:00:00Z' }],
])('another %s changes that alone', (_, change, changed) => {
  const values = editValues(token, ACCOUNT)
  const before = draftFrom(values, ACCOUNT, NOW)
  expect(draftFrom({ ...values, ...change }, ACCOUNT, NOW)).toEqual({ ...before, ...changed })
})

test('a new token expires, is active, and allows nothing yet', () => {
  const body = requestBody(draftFrom(blankValues('new'), ACCOUNT, NOW), null)
  expect(body).toMatchObject({ name: 'new', expires_on: expiryInDays(90, NOW) })
  expect(body).not.toHaveProperty('status')
  expect(body).not.toHaveProperty('condition')
})

test('a copy takes policies and limits, and neither status nor dates', () => {
  const copy = draftFrom(duplicateValues(token, ACCOUNT), ACCOUNT, NOW)
  const { policies, condition, storedCondition } = draftOf(token)
  expect(copy).toEqual({
    name: 'stored (copy)',
    status: 'active',
    notBefore: null,
    expiresOn: expiryInDays(90, NOW),
    policies,
    condition,
    storedCondition,
  })
})

test('the name of a copy is cut to what the API takes, by whole characters', () => {
  const { name } = duplicateValues({ ...token, name: '🦊'.repeat(120) }, ACCOUNT)
  expect(Array.from(name)).toHaveLength(120)
  expect(name).toBe(`${'🦊'.repeat(113)} (copy)`)
})

test('a replacement is named as the new one', () => {
  expect(duplicateValues(token, ACCOUNT, 'new')).toEqual({ ...duplicateValues(token, ACCOUNT), name: 'stored (new)' })
})

test('a body in the JSON tab becomes values that mean the same body', () => {
  const body = requestBody(draftOf(token), token)
  const text = JSON.stringify({ ...body, future: { key: [1] } })
  const read = readTokenBody(text, token.wire)
  if (!read.ok) throw new Error('the body of a stored token can be read')
  const values = bodyValues(read.body, ACCOUNT, editValues(token, ACCOUNT))
  expect(JSON.parse(JSON.stringify(requestBody(draftFrom(values, ACCOUNT, NOW), token)))).toEqual(JSON.parse(text))
})

test('a body without a status leaves the status as it is', () => {
  const read = readTokenBody('{"name": "short", "policies": []}')
  if (!read.ok) throw new Error('it is a body')
  expect(bodyValues(read.body, ACCOUNT, editValues(token, ACCOUNT)).carried.status).toBe('disabled')
})

const theirs = testToken(token.id, {
  name: 'theirs',
  status: 'active',
  notBefore: '2026-05-05T05:05:05Z',
  expiresOn: '2028-05-05T05:05:05Z',
  condition: { allowed: ['198.51.100.0/24'], exceptions: [] },
  policies: [],
})
const PARTS = ['name', 'status', 'policies', 'condition', 'notBefore', 'expiresOn'] as const

test.each(PARTS)('after a conflict the %s is of the chosen side, all else is theirs', (part) => {
  const yours = editValues(token, ACCOUNT)
  const merged = mergeValues(token, editValues(theirs, ACCOUNT), yours, { [part]: 'yours' })
  const { storedCondition: _, ...draft } = draftFrom(merged, ACCOUNT, NOW)
  const { storedCondition: __, extra: ___, ...expected } = { ...draftOf(theirs), [part]: draftOf(token)[part] }
  expect(draft).toEqual(expected)
})

test('a key in a condition that only they changed stays, also where the ranges are yours', () => {
  const withGeo = (geo: string) => {
    const wire = { ...token.wire, condition: { request_ip: { in: ['192.0.2.0/24'], geo } } }
    const read = readToken(wire)
    if (!read) throw new Error('a token with an id is one')
    return read
  }
  const [base, stored] = [withGeo('DE'), withGeo('FR')]
  const yours = { ...editValues(base, ACCOUNT), condition: { allowed: ['203.0.113.0/24'], exceptions: [] } }
  const merged = mergeValues(base, editValues(stored, ACCOUNT), yours, { condition: 'yours' })
  expect(requestBody(draftFrom(merged, ACCOUNT, NOW), stored)).toMatchObject({
    condition: { request_ip: { in: ['203.0.113.0/24'], geo: 'FR' } },
  })
})

test('an unknown field that only they changed stays, also after an edit in the JSON tab', () => {
  const withLock = (lock: string) => {
    const read = readToken({ ...token.wire, lock })
    if (!read) throw new Error('a token with an id is one')
    return read
  }
  const [base, stored] = [withLock('old'), withLock('new')]
  const merged = (extra: object) => {
    const opened = editValues(base, ACCOUNT)
    const yours = { ...opened, carried: { ...opened.carried, extraJson: JSON.stringify(extra) } }
    return requestBody(draftFrom(mergeValues(base, editValues(stored, ACCOUNT), yours, {}), ACCOUNT, NOW), stored)
  }
  expect(merged({ lock: 'old' })).toMatchObject({ lock: 'new' })
  expect(merged({ lock: 'mine' })).toMatchObject({ lock: 'mine' })
})

test('a range that is typed and not yet added belongs to the limit, once, also after a merge', () => {
  const typed = {
    ...editValues(token, ACCOUNT),
    allowedText: '198.51.100.7 192.0.2.9/24 not-a-range',
    exceptionsText: '192.0.2.2',
  }
  const limit = { allowed: ['192.0.2.0/24', '198.51.100.7/32'], exceptions: ['192.0.2.1/32', '192.0.2.2/32'] }
  expect(draftFrom(typed, ACCOUNT, NOW).condition).toEqual(limit)
  const choices = {
    name: 'theirs',
    policies: 'theirs',
    status: 'theirs',
    notBefore: 'theirs',
    expiresOn: 'theirs',
  } as const
  const theirs = editValues({ ...token, condition: { allowed: [], exceptions: [] } }, ACCOUNT)
  const merged = (condition: 'yours' | 'theirs') => mergeValues(token, theirs, typed, { ...choices, condition })
  expect(draftFrom(merged('yours'), ACCOUNT, NOW).condition).toEqual(limit)
  expect(draftFrom(merged('theirs'), ACCOUNT, NOW).condition).toEqual({ allowed: [], exceptions: [] })
})

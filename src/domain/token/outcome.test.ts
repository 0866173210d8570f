import { expect, test } from 'vitest'
import { draftOf } from './request-body.ts'
import { confirmationWord, isTyped, wasUsedLately } from './confirmation.ts'
import { createdSince, looksRolled } from './outcome.ts'
import { readToken } from './read-token.ts'
import { judgeUpdate } from './update-outcome.ts'
import type { Token } from './token.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const read = (fields: object): Token => {
  const token = readToken({ id: 't', name: 'name', modified_on: '2026-11-23T11:00:00Z', policies, ...fields })
  if (!token) throw new Error('no token')
  return token
}
const policies = [{ id: 'p', effect: 'allow', permission_groups: [{ id: '1', name: 'One' }], resources: { k: '*' } }]
const token = read({})
const moved = read({ modified_on: '2026-11-23T12:00:01Z' })

test('a created token is one of its name that was not there before, whatever the clocks say', () => {
  const tokens = [
    { ...token, id: 'old', issuedOn: '2030-01-01T00:00:00Z' },
    { ...token, id: 'new', issuedOn: '2020-01-01T00:00:00Z' },
    { ...token, id: 'other', name: 'another name' },
  ]
  expect(createdSince(tokens, 'name', ['old']).map(({ id }) => id)).toEqual(['new'])
  expect(createdSince(tokens, 'name', ['old', 'new'])).toEqual([])
})

test('a name that was stored with other blanks or letters is the same name', () => {
  const stored = { ...token, name: 'CI  deploy ' }
  expect(createdSince([stored], 'ci deploy', null)).toEqual([stored])
})

test('where nothing is known of before, every token of the name may be it', () => {
  expect(createdSince([token, { ...token, id: 'u' }], 'name', null)).toHaveLength(2)
})

test.each([
  ['saved', read({ name: 'wanted' })],
  ['saved', read({ name: 'wanted', expires_on: null, policies: policies.map((one) => ({ ...one, id: 'q' })) })],
  ['unchanged', token],
  ['unchanged', moved],
  ['other', read({ status: 'disabled' })],
])('after an update without an answer it is %s', (outcome, found) => {
  expect(judgeUpdate(token, found, { ...draftOf(token), name: 'wanted' }, now)).toBe(outcome)
})

test.each([
  ['another start in the past', { notBefore: '2026-01-01T00:00:00Z' }, { not_before: '2026-01-01T00:00:00Z' }],
  [
    'the same access in two policies',
    { policies: [...policies, ...policies] },
    { policies: [...policies, ...policies] },
  ],
  ['an unknown field', { extra: { tags: ['x'] } }, { tags: ['x'] }],
])('%s is saved once the token shows it', (_, change, stored) => {
  const wanted = { ...draftOf(token), ...change }
  expect(judgeUpdate(token, token, wanted, now)).toBe('unchanged')
  expect(judgeUpdate(token, read(stored), wanted, now)).toBe('saved')
})

test('another start in the past than the one asked for is not what was saved', () => {
  const wanted = { ...draftOf(token), notBefore: '2026-01-01T00:00:00Z' }
  expect(judgeUpdate(token, read({ not_before: '2025-01-01T00:00:00Z' }), wanted, now)).toBe('other')
})

test('a roll shows in modified_on alone', () => {
  expect(looksRolled(token, moved)).toBe(true)
  expect(looksRolled(token, { ...token, lastUsedOn: moved.modifiedOn })).toBe(false)
  expect(looksRolled(read({ modified_on: null }), read({ modified_on: null }))).toBeNull()
  expect(looksRolled(null, token)).toBeNull()
})

test.each([
  [null, false],
  ['2026-11-23T11:59:00Z', true],
  ['2026-11-16T12:00:00Z', true],
  ['2026-11-16T11:59:59Z', false],
])('last used %s is lately: %s', (lastUsedOn, isLately) => {
  expect(wasUsedLately({ lastUsedOn }, now)).toBe(isLately)
})

test.each([
  ['deploy', 'deploy', 'name'],
  [' spaced ', 'spaced', 'name'],
  ['', token.id, 'id'],
  ['  ', token.id, 'id'],
  ['turned\u202Eround', token.id, 'id'],
])('%j is confirmed by typing %s', (name, word, what) => {
  expect(confirmationWord({ id: token.id, name })).toEqual({ word, what })
})

test.each([
  ['ci deploy', 'ci  deploy', true],
  ['ci deploy ', 'ci\u00a0deploy', true],
  ['caf\u00e9', 'cafe\u0301', true],
  ['ci  deploy', 'ci deploy', true],
  ['cideploy', 'ci deploy', false],
  ['CI deploy', 'ci deploy', false],
  ['', 'ci deploy', false],
])('%j typed for %j: %s', (typed, word, expected) => {
  expect(isTyped(typed, word)).toBe(expected)
})

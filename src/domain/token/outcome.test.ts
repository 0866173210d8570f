import { expect, test } from 'vitest'
import { draftOf } from '#domain/policy/request-body.ts'
import { confirmationWord, wasUsedLately } from './confirmation.ts'
import { findCreated, looksRolled } from './outcome.ts'
import { judgeUpdate } from './update-outcome.ts'
import type { Token } from './token.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const token: Token = {
  id: 't'.repeat(32),
  name: 'name',
  status: 'active',
  issuedOn: '2026-11-23T11:59:58Z',
  modifiedOn: '2026-11-23T11:00:00Z',
  lastUsedOn: null,
  notBefore: null,
  expiresOn: null,
  creatorEmail: null,
  provisionerType: null,
  provisionerId: null,
  policies: [{ id: 'p', effect: 'allow', permission_groups: [{ id: '1', name: 'One' }], resources: { k: '*' } }],
  condition: { allowed: [], exceptions: [] },
  wire: {},
}
const moved = { ...token, modifiedOn: '2026-11-23T12:00:01Z' }

test.each([
  ['issued since', token, true],
  ['issued a little before, by another clock', { ...token, issuedOn: '2026-11-23T11:59:10Z' }, true],
  ['issued long before', { ...token, issuedOn: '2026-11-23T11:50:00Z' }, false],
  ['of another name', { ...token, name: 'other' }, false],
  ['without a date', { ...token, issuedOn: null }, false],
])('a token %s is taken for the created one: %3$s', (_, found, isIt) => {
  expect(findCreated([found], 'name', now) !== null).toBe(isIt)
})

test.each([
  ['saved', { ...moved, name: 'wanted' }],
  [
    'saved',
    { ...moved, name: 'wanted', expiresOn: null, policies: token.policies.map((one) => ({ ...one, id: 'q' })) },
  ],
  ['unchanged', token],
  ['other', moved],
])('after an update without an answer it is %s', (outcome, found) => {
  expect(judgeUpdate(token, found, { ...draftOf(token), name: 'wanted' }, now)).toBe(outcome)
})

test('a roll shows in modified_on alone', () => {
  expect(looksRolled(token, moved)).toBe(true)
  expect(looksRolled(token, { ...token, lastUsedOn: moved.modifiedOn })).toBe(false)
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

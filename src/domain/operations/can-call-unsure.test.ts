import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { reachReader } from '#domain/reach/reach.ts'
import { catalogue, OWN, policy, zone } from '#domain/reach/testing.ts'
import type { Token } from '#domain/token/token.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { canCallWords } from './can-call-words.ts'
import { canCall } from './can-call.ts'
import type { Need } from './need.ts'
import { needing, onZone } from './testing.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')
const read = reachReader({ accountId: OWN, catalogue })
const dns = needing([onZone('DNS Write')])
const written = policy(['DNS Write'], zone('1'))

const ask = (need: Need, policies: WirePolicy[], fields: Partial<Token> = {}) =>
  canCall({ token: testToken('x', { ...fields, policies }), ...read(policies), isCut: false }, need, {
    accountId: OWN,
    moment: { now: NOW },
  })

test('a token with a group of which only an ID is known may, where the catalogue lacks one that would do', () => {
  const unnamed = (effect: string) => [
    { ...policy([], zone('1'), effect), permission_groups: [{ id: 'f'.repeat(32) }] },
  ]
  const need = { ...dns, missing: ['New Write'] }
  expect(ask(need, unnamed('allow'))).toMatchObject({ can: 'unknown', why: 'missing' })
  expect(ask(need, unnamed('deny'))).toMatchObject({ can: 'no', why: 'lacks' })
  expect(ask(dns, unnamed('allow'))).toMatchObject({ can: 'no', why: 'lacks' })
})

test.each([{ expiresOn: 'soon' }, { notBefore: '2026-02-30T00:00:00Z' }, { expiresOn: '99999999999999' }])(
  'a token with the time %j, which can’t be read, may or may not',
  (fields) => {
    const answer = ask(dns, [written], fields)
    expect(answer).toMatchObject({ can: 'unknown', why: 'when' })
    expect(canCallWords(answer)).toMatch(
      /^Unknown\. The token has a start or an end that can’t be read\. Policy 1 allows/,
    )
    expect(ask(dns, [written], { ...fields, status: 'disabled' })).toMatchObject({ can: 'no' })
  },
)

test('of two times, one that has passed decides', () => {
  const expiresOn = '2026-11-23T00:00:00Z'
  expect(ask(dns, [written], { notBefore: 'odd', expiresOn })).toMatchObject({ can: 'no', why: 'when' })
})

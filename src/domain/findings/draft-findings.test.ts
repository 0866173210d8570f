import { expect, test } from 'vitest'
import { account, allZones, FOREIGN, zone } from '#domain/reach/testing.ts'
import { draftOf, type TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { draftFindings } from './draft-findings.ts'
import { catalogue, context, inDays, LISTED, policy, token } from './testing.ts'

const idsOf = (names: string[]) =>
  names.map((name) => catalogue.find((group) => group.name === name)?.id ?? `id of ${name}`)
const on = (resources: Record<string, string | Record<string, string>>, names: string[], effect = 'allow') => ({
  effect,
  permission_groups: idsOf(names).map((id) => ({ id })),
  resources,
})

const draft: TokenDraft = {
  name: 'n',
  status: 'active',
  policies: [on(zone('1'), ['Zone Read'])],
  condition: { allowed: ['8.8.8.8', '2606:4700::1'], exceptions: [] },
  notBefore: null,
  expiresOn: inDays(60),
}
const rulesOf = (fields: Partial<TokenDraft>) =>
  draftFindings({ ...draft, ...fields }, null, context).map(({ rule }) => rule)

const foreign = { [`com.cloudflare.api.account.${FOREIGN}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
const anywhere = { condition: { allowed: [], exceptions: [] } }

test.each<[string, Partial<TokenDraft>, string[]]>([
  ['reading one zone', {}, []],
  ['writing one zone', { policies: [on(zone('1'), ['DNS Write'])] }, []],
  ['writing all zones', { policies: [on(allZones, ['DNS Write'])] }, ['D8', 'W1']],
  ['reading all zones', { policies: [on(allZones, ['Zone Read'])] }, []],
  ['writing from anywhere, until some day', { policies: [on(zone('1'), ['DNS Write'])], ...anywhere }, []],
  [
    'writing from anywhere for ever',
    { policies: [on(zone('1'), ['DNS Write'])], ...anywhere, expiresOn: null },
    ['D5', 'T3'],
  ],
  ['reading for ever', { expiresOn: null }, ['T3']],
  ['making tokens', { policies: [on(account, ['Account API Tokens Write'])] }, ['D2']],
  ['what is not in the catalogue', { policies: [on(zone('1'), ['Gone Write'])] }, ['N6']],
  ['denying alone', { policies: [on(allZones, ['DNS Write'], 'deny')] }, ['N1', 'N3']],
  [
    'writing all zones, all of it denied',
    { policies: [on(allZones, ['DNS Write']), on(allZones, ['DNS Write'], 'deny')] },
    ['N1'],
  ],
  [
    'writing all zones but one',
    { policies: [on(allZones, ['DNS Write']), on(zone('1'), ['DNS Write'], 'deny')] },
    ['D8', 'W1'],
  ],
  ['another account', { policies: [on(foreign, ['Zone Read'])] }, ['N9']],
  ['two years', { expiresOn: inDays(730) }, ['T4']],
  ['one year', { expiresOn: inDays(365) }, []],
  ['a start after its end', { notBefore: inDays(70) }, ['T11']],
  ['nothing yet', { policies: [] }, ['N1']],
  ['resources that are still to be chosen', { policies: [on({}, ['DNS Write'])] }, []],
  ['permissions that are still to be chosen', { policies: [on(zone('1'), [])] }, []],
  [
    'resources that are still to be chosen, and what is written already',
    { policies: [on({}, ['DNS Write']), on(allZones, ['DNS Write'])] },
    ['D8', 'W1'],
  ],
])('a new token, %s', (_, fields, rules) => {
  expect(rulesOf(fields).toSorted()).toEqual(rules)
})

test('a zone that the account does not have is seen as it is typed', () => {
  const rules = (digit: string, stored: Token | null) =>
    draftFindings({ ...draft, policies: [on(zone(digit), ['Zone Read'])] }, stored, { ...context, ...LISTED }).map(
      ({ rule }) => rule,
    )
  expect(rules('1', null)).toEqual([])
  expect(rules('3', null)).toEqual(['N8'])
  expect(rules('3', token())).toEqual(['N8'])
})

test('use, age and secret of a token that is changed are not of the draft', () => {
  const stored = token({
    policies: [policy(idsOf(['Zone Read']), zone('1'))],
    issued_on: inDays(-900),
    modified_on: inDays(-900),
    last_used_on: inDays(-400),
    expires_on: inDays(2),
  })
  expect(draftFindings(draftOf(stored), stored, context).map(({ rule }) => rule)).toEqual(['T4'])
  const endless = { ...draftOf(stored), expiresOn: null }
  expect(draftFindings(endless, stored, context).map(({ rule }) => rule)).toEqual(['T3'])
})

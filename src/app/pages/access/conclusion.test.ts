import { expect, test } from 'vitest'
import { placeAt, allZones, catalogue, OWN, policy, zone } from '#domain/reach/testing.ts'
import { answer, type Question } from '#domain/reach/question.ts'
import { readReach } from '#domain/reach/token-reach.ts'
import { testToken } from '#domain/inventory/testing.ts'
import { conclusionOf } from './conclusion.ts'

const HELD_BACK = 'A deny holds back a part of it.'

test.each<[string, Question, boolean]>([
  ['anywhere', {}, true],
  ['on all zones', { place: placeAt(allZones) }, true],
  ['on another zone', { place: placeAt(zone('1')) }, false],
])('all zones but one, asked %s', (_, question, isHeldBack) => {
  const policies = [policy(['DNS Write'], allZones), policy(['DNS Write'], zone('2'), 'deny')]
  const [held] = readReach([testToken('t', { policies, wire: { policies } })], { accountId: OWN, catalogue })
  if (!held) throw new Error('no reach')
  const { named, wildcard } = answer(question, [held], null)
  const [first] = [...named, ...wildcard]
  if (!first) throw new Error('no answer')
  expect(conclusionOf(first, 'change DNS', question.place).includes(HELD_BACK)).toBe(isHeldBack)
})

test('a change whose reading is denied may read, and the reason is told', () => {
  const policies = [policy(['DNS Write'], zone('1')), policy(['DNS Read'], allZones, 'deny')]
  const tokens = readReach([testToken('t', { policies, wire: { policies } })], { accountId: OWN, catalogue })
  const { unsure } = answer({ kinds: ['read', 'change'], place: placeAt(zone('1')) }, tokens, null)
  expect(unsure.map((one) => conclusionOf(one, 'read DNS'))).toEqual([
    'So it may read DNS: it may change it, but a deny takes the reading away.',
  ])
})

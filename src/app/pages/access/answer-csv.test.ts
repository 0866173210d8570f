import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { answer } from '#domain/reach/question.ts'
import { account, allZones, catalogue, OWN, policy, worker, zone } from '#domain/reach/testing.ts'
import { readReach } from '#domain/reach/token-reach.ts'
import type { Token } from '#domain/token/token.ts'
import { CSV_FIELDS, csvRows } from './answer-csv.ts'

const NAMES = new Map([
  ['1'.repeat(32), 'one.example'],
  ['2'.repeat(32), 'two.example'],
  ['3'.repeat(32), 'three.example'],
])

/** A column of the answer to who can do anything, with all who may. */
function column(
  name: string,
  policies: WirePolicy[],
  { fields = {}, ...counts }: { known?: number; total?: number | null; fields?: Partial<Token> } = {},
): string[] {
  const token = testToken('t', { policies, wire: { policies }, ...fields })
  const reach = readReach([token], { accountId: OWN, catalogue })
  const rows = csvRows(answer({}, reach, null), { accountId: OWN, names: NAMES, known: 1, total: 1, ...counts })
  let step = rows.next()
  while (!step.done) step = rows.next()
  return step.value.map((row) => row[CSV_FIELDS.indexOf(name)] ?? '')
}

test.each<[string, WirePolicy[], string]>([
  ['three zones', [policy(['DNS Write'], zone('1', '2', '3'))], 'one.example; two.example; three.example'],
  [
    'a zone of no name',
    [policy(['DNS Write'], zone('1', '4', '3'))],
    `one.example; Zone ${'4'.repeat(32)}; three.example`,
  ],
  [
    'all zones but some',
    [policy(['DNS Write'], allZones), policy(['DNS Write'], zone('1', '2'), 'deny')],
    'All zones except one.example, two.example',
  ],
  ['an account', [policy(['Workers Scripts Write'], account)], 'This account'],
  [
    'kinds of resources',
    [policy(['DNS Write'], zone('1', '2', '3')), policy(['Individual Workers Editor'], worker('7'))],
    `one.example; two.example; three.example; Worker ${'7'.repeat(32)}`,
  ],
])('names each resource of %s', (_, policies, through) => {
  expect(column('through', policies)).toEqual([through])
})

test('an IP limit that can’t be read is as it came', () => {
  const policies = [policy(['DNS Write'], allZones)]
  const condition = { request_ip: { in: '192.0.2.1/32' } }
  const fields = { condition: { allowed: [], exceptions: [], isOdd: true as const }, wire: { policies, condition } }
  expect(column('ip_allowed', policies, { fields: fields as unknown as Partial<Token> })).toEqual([
    JSON.stringify(condition),
  ])
})

test('each row says of how many tokens the answer is', () => {
  const policies = [policy(['DNS Write'], allZones)]
  expect(column('tokens_read', policies, { known: 100, total: 395 })).toEqual(['100'])
  expect(column('tokens_total', policies, { known: 100, total: 395 })).toEqual(['395'])
  expect(column('tokens_total', policies, { known: 100, total: null })).toEqual([''])
})

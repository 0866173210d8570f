import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { answer } from '#domain/reach/question.ts'
import { allZones, catalogue, OWN, policy } from '#domain/reach/testing.ts'
import { readReach } from '#domain/reach/token-reach.ts'
import { CSV_FIELDS, csvRows } from './answer-csv.ts'

/** A column of the answer to who can do anything, with all who may. */
function column(name: string, policies: WirePolicy[], counts = { known: 1, total: 1 as number | null }): string[] {
  const reach = readReach([testToken('t', { policies, wire: { policies } })], { accountId: OWN, catalogue })
  const rows = csvRows(answer({}, reach, null), { accountId: OWN, names: new Map(), ...counts })
  let step = rows.next()
  while (!step.done) step = rows.next()
  return step.value.map((row) => row[CSV_FIELDS.indexOf(name)] ?? '')
}

test('each row says of how many tokens the answer is', () => {
  const policies = [policy(['DNS Write'], allZones)]
  expect(column('tokens_read', policies, { known: 100, total: 395 })).toEqual(['100'])
  expect(column('tokens_total', policies, { known: 100, total: 395 })).toEqual(['395'])
  expect(column('tokens_total', policies, { known: 100, total: null })).toEqual([''])
})

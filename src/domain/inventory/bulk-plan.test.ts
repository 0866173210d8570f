import { expect, test } from 'vitest'
import type { Token } from '#domain/token/token.ts'
import { givesMore, planBulk, type BulkAction } from './bulk-plan.ts'
import { bulkReport, reportJson } from './bulk-report.ts'
import { testToken } from './testing.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')
const context = { now: NOW, ownTokenId: null, includesOwn: false }
const END = '2027-01-01T00:00:00Z'

test('tokens that would not change are left out, with the reason', () => {
  const { planned, leftOut } = planBulk(
    { kind: 'disable' },
    [testToken('1'), testToken('2', { status: 'disabled' }), testToken('3', { status: 'revoked (exposed)' })],
    context,
  )
  expect(planned.map(({ token }) => token.id)).toEqual(['1'])
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    'Already disabled',
    'Its status “revoked (exposed)” can’t be changed',
  ])
})

test('the token the app runs on is left out unless it is asked for', () => {
  const own = { ...context, ownTokenId: '1' }
  expect(planBulk({ kind: 'delete' }, [testToken('1')], own).planned).toEqual([])
  expect(planBulk({ kind: 'delete' }, [testToken('1')], { ...own, includesOwn: true }).planned).toHaveLength(1)
})

test('the token the app runs on is changed last, so that the others do not lack its access', () => {
  const own = { ...context, ownTokenId: '2', includesOwn: true }
  for (const kind of ['disable', 'delete'] as const)
    expect(
      planBulk(
        { kind },
        ['1', '2', '3'].map((id) => testToken(id)),
        own,
      ).planned.map(({ token }) => token.id),
    ).toEqual(['1', '3', '2'])
})

test('tokens used within a week are marked', () => {
  const used = testToken('1', { lastUsedOn: '2026-11-20T00:00:00Z' })
  const { planned } = planBulk({ kind: 'disable' }, [used, testToken('2')], context)
  expect(planned.map(({ isUsedLately }) => isUsedLately)).toEqual([true, false])
})

test('an end before a token’s start is not set', () => {
  const late = testToken('1', { notBefore: '2027-06-01T00:00:00Z' })
  expect(planBulk({ kind: 'expiry', expiresOn: END }, [late], context).leftOut).toHaveLength(1)
})

test('each token has an end of its own where they are spread, and a report tells them', () => {
  const ends = new Map([
    ['1', END],
    ['2', '2027-01-05T00:00:00Z'],
  ])
  const late = testToken('2', { notBefore: '2027-06-01T00:00:00Z' })
  for (const kind of ['expiry', 'spread'] as const) {
    const action = { kind, expiresOn: ends }
    const plan = planBulk(action, [testToken('1'), late, testToken('3')], context)
    expect(plan.planned.map(({ wanted }) => wanted?.expiresOn)).toEqual([END])
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual(['Would expire before it starts', 'Keeps its expiration'])
    const report = bulkReport({ action, accountId: 'a'.repeat(32), plan, now: NOW }, new Map(), String)
    expect(JSON.parse(reportJson(report))).toMatchObject({ action: { kind, expiresOn: Object.fromEntries(ends) } })
  }
})

const ending = (expiresOn: string) => testToken('1', { expiresOn })

test('a chosen time is set on tokens that end on its day at another minute', () => {
  const plan = (expiresOn: string) =>
    planBulk({ kind: 'expiry', expiresOn: '2027-02-24T08:03:00Z', isTime: true }, [ending(expiresOn)], context)
  for (const time of ['2027-02-24T23:00:00Z', '2027-02-24T08:04:00Z', '2027-02-24T08:02:59Z'])
    expect(plan(time).planned.map(({ wanted }) => wanted?.expiresOn)).toEqual(['2027-02-24T08:03:00Z'])
  for (const time of ['2027-02-24T08:03:00.000Z', '2027-02-24T09:03:38+01:00'])
    expect(plan(time)).toMatchObject({ planned: [], leftOut: [{}] })
})

test('an end on the day it ends anyway leaves a token alone, one on another day does not', () => {
  const plan = (expiresOn: string) =>
    planBulk({ kind: 'expiry', expiresOn: '2027-02-24T08:03:00Z' }, [ending(expiresOn)], context)
  for (const time of ['2027-02-24T08:00:00Z', '2027-02-24T23:59:59Z', '2027-02-24T00:00:00.000Z'])
    expect(plan(time)).toMatchObject({ planned: [], leftOut: [{ reason: 'Already expires then' }] })
  expect(plan('2027-02-23T23:59:59Z').planned.map(givesMore)).toEqual([true])
  expect(plan('2027-02-25T00:00:00Z').planned.map(givesMore)).toEqual([false])
})

const condition = { allowed: ['192.0.2.0/24'], exceptions: [] }
const limited = testToken('1', { condition: { allowed: ['198.51.100.0/24'], exceptions: ['198.51.100.7/32'] } })

test('an added IP limit keeps the stored ranges, one that replaces them does not', () => {
  const after = (mode: 'add' | 'replace') =>
    planBulk({ kind: 'ip', mode, condition }, [limited], context).planned[0]?.wanted?.condition
  expect(after('add')).toEqual({
    allowed: ['198.51.100.0/24', '192.0.2.0/24'],
    exceptions: ['198.51.100.7/32'],
  })
  expect(after('replace')).toEqual(condition)
})

test.each([
  ['all of the internet', { allowed: ['0.0.0.0/0', '::/0'], exceptions: [] }],
  ['a wider range', { allowed: ['192.0.0.0/16'], exceptions: ['198.51.100.0/24'] }],
])('a range added to %s is no change, and is not sent', (_, held) => {
  const added: BulkAction = { kind: 'ip', mode: 'add', condition: { allowed: ['192.0.2.0/24'], exceptions: [] } }
  const { planned, leftOut } = planBulk(added, [testToken('1', { condition: held })], context)
  expect(planned).toEqual([])
  expect(leftOut.map(({ reason }) => reason)).toEqual(['Its addresses stay the same'])
})

test('ranges that replace others are sent as they are asked for', () => {
  const wanted = { allowed: ['10.0.0.0/8'], exceptions: [] }
  const held = { allowed: ['10.0.0.0/8', '10.2.0.0/16'], exceptions: [] }
  const { planned } = planBulk(
    { kind: 'ip', mode: 'replace', condition: wanted },
    [testToken('1', { condition: held })],
    context,
  )
  expect(planned.map((one) => one.wanted?.condition)).toEqual([wanted])
})

test.each<[string, BulkAction, Token, boolean]>([
  ['one more range for a limited token gives more', { kind: 'ip', mode: 'add', condition }, limited, true],
  ['a first range for an open token gives less', { kind: 'ip', mode: 'add', condition }, testToken('1'), false],
  ['no end gives more', { kind: 'expiry', expiresOn: null }, testToken('1', { expiresOn: END }), true],
  ['an end gives less', { kind: 'expiry', expiresOn: END }, testToken('1'), false],
  [
    'a later end gives more to an expired token',
    { kind: 'expiry', expiresOn: END },
    testToken('1', { status: 'expired', expiresOn: '2026-11-20T00:00:00Z' }),
    true,
  ],
  [
    'no end gives more where the status is not known',
    { kind: 'expiry', expiresOn: null },
    testToken('1', { status: 'paused', expiresOn: END }),
    true,
  ],
  [
    'no end gives a disabled token nothing yet',
    { kind: 'expiry', expiresOn: null },
    testToken('1', { status: 'disabled', expiresOn: END }),
    false,
  ],
  ['a delete gives nothing', { kind: 'delete' }, testToken('1'), false],
])('%s', (_, action, token, more) => {
  expect(planBulk(action, [token], context).planned.map(givesMore)).toEqual([more])
})

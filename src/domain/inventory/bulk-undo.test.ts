import { expect, test } from 'vitest'
import { planBulk, planUndo } from './bulk-plan.ts'
import { runBulk, type BulkOutcome } from './bulk-run.ts'
import { testToken } from './testing.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')

test('a disable or enable has a way back, for the tokens as it left them; other changes have none', () => {
  const disabled = [testToken('1', { status: 'disabled' }), testToken('2', { status: 'disabled' })]
  const undo = planUndo({ kind: 'disable' }, disabled, NOW)
  expect(undo?.action).toEqual({ kind: 'enable' })
  expect(undo?.plan.planned.map(({ token, wanted }) => [token, wanted?.status])).toEqual(
    disabled.map((token) => [token, 'active']),
  )
  expect(planUndo({ kind: 'delete' }, [], NOW)).toBeNull()
  expect(planUndo({ kind: 'expiry', expiresOn: null }, [testToken('1')], NOW)).toBeNull()
})

test('what another user had done before is done, and not by this run', async () => {
  const tokens = [testToken('1'), testToken('2')]
  const theirs = testToken('2', { status: 'disabled', modifiedOn: '2026-11-26T11:59:00Z' })
  const { planned } = planBulk({ kind: 'disable' }, tokens, { now: NOW, ownTokenId: null, includesOwn: false })
  const outcomes = new Map<string, BulkOutcome<unknown>>()
  await runBulk({
    planned,
    world: {
      read: async (id) => (id === '2' ? theirs : testToken(id)),
      update: async (id) => testToken(id, { status: 'disabled' }),
      remove: async () => {},
      pace: async () => true,
      wait: async () => {},
      now: () => NOW,
      isStopped: () => false,
      isLasting: () => false,
      judge: (failure) => ({ failure, pause: null, isUnknown: false }),
    },
    onOutcome: (id, outcome) => outcomes.set(id, outcome),
  })
  expect(outcomes.get('1')).toMatchObject({ kind: 'done', isWritten: true })
  expect(outcomes.get('2')).toMatchObject({ kind: 'done', isWritten: false })
})

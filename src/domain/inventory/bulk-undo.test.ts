import { expect, test } from 'vitest'
import { planUndo } from './bulk-plan.ts'
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

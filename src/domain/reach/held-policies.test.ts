import { expect, test } from 'vitest'
import { summarizePermissions } from '#domain/policy/summary.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { heldPolicies } from './held-policies.ts'

const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const ZONES = 'com.cloudflare.api.account.zone'
const [one, other] = ['22222222222222222222222222222222', '33333333333333333333333333333333']
const policy = (effect: string, zone: string, ...names: string[]): WirePolicy => ({
  effect,
  permission_groups: names.map((name) => ({ id: name, name })),
  resources:
    zone === '*'
      ? { [`com.cloudflare.api.account.${ACCOUNT}`]: { [`${ZONES}.*`]: '*' } }
      : { [`${ZONES}.${zone}`]: '*' },
})
const summary = (...policies: WirePolicy[]) => {
  const { first, more } = summarizePermissions(heldPolicies(policies, ACCOUNT))
  return first && [first.product, first.level, `+${more}`].filter(Boolean).join(' ')
}

test('a permission that is denied wherever it is allowed is not held', () => {
  expect(summary(policy('allow', one, 'DNS Write', 'Zone Read'), policy('deny', one, 'DNS Write'))).toBe('Zone Read +0')
  expect(summary(policy('allow', one, 'DNS Write'), policy('deny', one, 'DNS Write'))).toBeNull()
  expect(summary(policy('allow', one, 'DNS Write'), policy('deny', '*', 'DNS Write'))).toBeNull()
})

test('a permission that some place keeps is held, and so is one with an unknown effect beside it', () => {
  const denied = policy('deny', one, 'DNS Write')
  expect(summary(policy('allow', one, 'DNS Write'), policy('allow', other, 'DNS Write'), denied)).toBe('DNS Write +0')
  expect(summary(policy('allow', '*', 'DNS Write'), denied)).toBe('DNS Write +0')
  expect(summary(policy('allow', one, 'Zone Read'), policy('deny', one, 'DNS Write'))).toBe('Zone Read +0')
})

test('policies without a deny, and denies themselves, stay as they are', () => {
  const allowing = [policy('allow', one, 'DNS Write')]
  expect(heldPolicies(allowing, ACCOUNT)).toBe(allowing)
  const both = [policy('allow', one, 'DNS Write'), policy('deny', one, 'DNS Write')]
  expect(heldPolicies(both, ACCOUNT)[1]).toBe(both[1])
})

import { expect, test } from 'vitest'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { accountTitle } from './use-account-title.ts'

test.each([
  ['Northwind Traders', 'Northwind Traders'],
  ['safe\u202Egnp', 'safeU+202Egnp'],
  [`cfat_${'a1B2c3D4'.repeat(6)}`, undefined],
  [null, undefined],
])('the account %j is %j in a title', (name, title) => {
  expect(accountTitle(name, looksLikeSecret)).toBe(title)
})

test('no account is in a title before the rules for secrets have loaded', () => {
  expect(accountTitle('Northwind Traders', undefined)).toBeUndefined()
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBareSecret, isMixed, isTokenForm } from './secret-value.ts'

test.each([
  ['Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY', true],
  [`cfat_${'a1B2c3D4'.repeat(6)}`, true],
  [`cfut_${'aB3d'.repeat(10)}`, true],
  [`cfk_${'aB3d'.repeat(10)}`, false],
  ['0123456789abcdef0123456789abcdef01234', false],
  ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', false],
  ['0123456789abcdef0123456789abcdef01234567', false],
  ['a'.repeat(40), false],
  ['cfat_YOUR_TOKEN_HERE_REPLACE_ME', false],
  ['https://dash.cloudflare.com/profile/api-tokens', false],
])('whether %s has the form of a token: %s', (value, isOne) => {
  expect(isTokenForm(value)).toBe(isOne)
})

test('random letters are no name in words, wherever hyphens are in them', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789--__'
  const secret = fc
    .array(fc.constantFrom(...Array.from(letters)), { minLength: 37, maxLength: 40 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(secret, (text) => {
      fc.pre(isMixed(text))
      expect(isBareSecret(text)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

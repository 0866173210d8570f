import { expect, test } from 'vitest'
import { isCidr } from './ip-match.ts'

test.each([
  ['10.0.0.0/8', true],
  ['0.0.0.0/0', true],
  ['10.0.0.1', true],
  ['2001:db8::/32', true],
  // Some parsers read it as octal, others as decimal.
  ['010.0.0.0/8', false],
  ['10.0.0.01', false],
  ['10.0.0.0/33', false],
  ['256.0.0.0/8', false],
])('%s is a CIDR: %s', (text, is) => {
  expect(isCidr(text)).toBe(is)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressesOf, beyondSet, isAnywhere, isEverything, isNothing, rangesOf } from './address-set.ts'
import { contains } from './testing.ts'

const condition = (allowed: string[], exceptions: string[] = []) => ({ allowed, exceptions })

test.each([
  ['no limit', condition([])],
  ['all of both families', condition(['0.0.0.0/0', '::/0'])],
  ['all of both, in halves', condition(['::/1', '8000::/1', '128.0.0.0/1', '0.0.0.0/1'])],
  ['an exception outside of nothing', condition([], [])],
])('%s lets in everything', (_, limit) => {
  const addresses = addressesOf(limit)
  expect(addresses && isEverything(addresses)).toBe(true)
})

test('all of one family is the internet, and not all of both', () => {
  const addresses = addressesOf(condition(['0.0.0.0/0']))
  expect(addresses && isEverything(addresses)).toBe(false)
  expect(isAnywhere(condition(['0.0.0.0/0']))).toBe(true)
  expect(isAnywhere(condition(['0.0.0.0/1']))).toBe(false)
})

test('exceptions that take all back leave nothing', () => {
  const addresses = addressesOf(condition(['10.1.0.0/16'], ['10.0.0.0/8']))
  expect(addresses && isNothing(addresses)).toBe(true)
})

test('beside a range that cannot be read nothing is known', () => {
  expect(addressesOf(condition(['10.0.0.0/8', 'what?']))).toBeNull()
  expect(isAnywhere(condition(['what?']))).toBe(false)
  expect(addressesOf({ allowed: [], exceptions: [], isOdd: true })).toBeNull()
})

test('a difference is written as the fewest ranges', () => {
  const [ours, theirs] = [addressesOf(condition(['192.0.2.0/24'])), addressesOf(condition(['192.0.2.64/26']))]
  expect(ours && theirs && rangesOf(beyondSet(ours, theirs))).toEqual(['192.0.2.0/26', '192.0.2.128/25'])
})

/** Sixteen addresses, few enough to check each. */
const ADDRESSES = Array.from({ length: 16 }, (_, last) => `192.0.2.${last}`)
const range = fc.tuple(fc.nat(15), fc.integer({ min: 28, max: 32 })).map(([last, bits]) => `192.0.2.${last}/${bits}`)
const limit = fc.record({
  allowed: fc.array(range, { minLength: 1, maxLength: 4 }),
  exceptions: fc.array(range, { maxLength: 3 }),
})

const letsIn = ({ allowed, exceptions }: { allowed: string[]; exceptions: string[] }, address: string) =>
  allowed.some((one) => contains(one, address)) && !exceptions.some((one) => contains(one, address))

test('the difference of two limits has exactly the addresses that only the first lets in', () => {
  fc.assert(
    fc.property(limit, limit, (first, second) => {
      const [ours, theirs] = [addressesOf(first), addressesOf(second)]
      if (!ours || !theirs) return false
      const ranges = rangesOf(beyondSet(ours, theirs))
      return ADDRESSES.every(
        (address) =>
          ranges.some((one) => contains(one, address)) === (letsIn(first, address) && !letsIn(second, address)),
      )
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionChanges } from './condition-words.ts'
import type { Condition } from './condition.ts'
import { contains } from './testing.ts'

/** Sixteen addresses, few enough to check each. */
const ADDRESSES = Array.from({ length: 16 }, (_, last) => `192.0.2.${last}`)
const range = fc.tuple(fc.nat(15), fc.integer({ min: 28, max: 32 })).map(([last, bits]) => `192.0.2.${last}/${bits}`)
const limit = fc.record({
  allowed: fc.array(range, { minLength: 1, maxLength: 4 }),
  exceptions: fc.array(range, { maxLength: 3 }),
})

const letsIn = ({ allowed, exceptions }: Condition, address: string) =>
  allowed.some((one) => contains(one, address)) && !exceptions.some((one) => contains(one, address))

/** Whether words such as "Also from 192.0.2.0/30 (except 192.0.2.1/32), 192.0.2.8/32" name an address. */
const names = (words: string, address: string) =>
  words.includes('any IP address') ||
  [...words.matchAll(/([\d.]+\/\d+)(?: \(except ([^)]*)\))?/g)].some(
    ([, whole = '', except = '']) =>
      contains(whole, address) && !except.split(', ').some((part) => contains(part, address)),
  )

test('what changes is named, and what stays is not called changed', () => {
  fc.assert(
    fc.property(limit, limit, (before, after) => {
      const changes = conditionChanges({ condition: before }, { condition: after })
      for (const address of ADDRESSES) {
        const [was, is] = [letsIn(before, address), letsIn(after, address)]
        const named = (access: string) => changes.some(([kind, words]) => kind === access && names(words, address))
        if (was && !is) expect(named('narrower')).toBe(true)
        if (is && !was) expect(named('wider')).toBe(true)
        for (const [, words] of changes) {
          if (words.startsWith('No longer from') && names(words, address)) expect(is).toBe(false)
          if (words.startsWith('Also from') && names(words, address)) expect(is).toBe(true)
          if (words.startsWith('No longer blocks') && names(words, address))
            expect(after.exceptions.some((one) => contains(one, address))).toBe(false)
        }
      }
    }),
  )
})

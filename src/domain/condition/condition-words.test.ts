import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionChanges } from './condition-words.ts'
import type { Condition } from './condition.ts'
import { contains } from './testing.ts'

test.each([
  [{ allowed: [] }, { allowed: ['10.0.0.0/8'] }, ['narrower: Only from 10.0.0.0/8, no longer from any IP address']],
  [{ allowed: ['10.0.0.0/8'] }, { allowed: [] }, ['wider: From any IP address, no longer from chosen ranges']],
  [
    { allowed: ['10.0.0.0/8'] },
    { allowed: ['10.1.0.0/16'] },
    ['narrower: No longer from 10.0.0.0/8 (except 10.1.0.0/16)'],
  ],
  [{ allowed: ['192.0.2.0/24'] }, { allowed: ['192.0.2.0/25'] }, ['narrower: No longer from 192.0.2.128/25']],
  [{ exceptions: ['10.0.0.0/8'] }, { exceptions: ['10.0.0.0/9'] }, ['wider: No longer blocks 10.128.0.0/9']],
  [
    { allowed: ['192.0.2.7/32'] },
    { allowed: ['192.0.2.7/32', '10.0.0.0/8'], exceptions: ['10.1.0.0/16'] },
    ['wider: Also from 10.0.0.0/8 (except 10.1.0.0/16)'],
  ],
  [
    { exceptions: ['192.0.2.0/24'] },
    { allowed: ['192.0.2.0/24'], exceptions: ['192.0.2.0/24'] },
    ['narrower: From no IP address'],
  ],
  [
    { exceptions: ['0.0.0.0/1', '8000::/1'] },
    { allowed: ['128.0.0.0/2', '::/1'], exceptions: ['0.0.0.0/1', '8000::/1'] },
    ['narrower: No longer from 192.0.0.0/2'],
  ],
  [{ allowed: ['10.1.0.0/16'] }, { allowed: ['10.0.0.0/8'] }, ['wider: Also from 10.0.0.0/8']],
  [{ exceptions: ['10.0.0.1/32'] }, { exceptions: [] }, ['wider: No longer blocks 10.0.0.1/32']],
  [{ exceptions: [] }, { exceptions: ['10.0.0.1/32'] }, ['narrower: Also blocks 10.0.0.1/32']],
  [{ allowed: ['::/0', '10.0.0.0/8'] }, { allowed: ['10.0.0.0/8', '::/0'] }, []],
  [
    { allowed: ['10.0.0.0/8'] },
    { allowed: ['10.0.0.0/8', '10.1.0.0/16'] },
    ['same: IP ranges rewritten; addresses unchanged'],
  ],
  [
    { allowed: ['192.0.2.0/24'] },
    { allowed: ['192.0.2.0/25', '192.0.2.128/25'] },
    ['same: IP ranges rewritten; addresses unchanged'],
  ],
  [{ allowed: [] }, { allowed: ['0.0.0.0/0', '::/0'] }, ['same: IP ranges rewritten; addresses unchanged']],
  [
    { allowed: ['10.0.0.0/8'] },
    { allowed: ['::/0', '0.0.0.0/1', '128.0.0.0/1'] },
    ['wider: From any IP address, no longer from chosen ranges'],
  ],
  [
    { allowed: ['10.0.0.0/8'], exceptions: ['192.0.2.1/32'] },
    { allowed: ['10.0.0.0/8'] },
    ['same: IP ranges rewritten; addresses unchanged'],
  ],
  [
    { allowed: ['10.0.0.0/8'], exceptions: ['10.0.0.1/32'] },
    { allowed: ['10.0.0.0/8'], exceptions: ['10.0.0.0/31'] },
    ['narrower: Also blocks 10.0.0.0/31'],
  ],
  [{ allowed: ['what?'] }, { allowed: [] }, ['wider: IP limit changed; Token Desk can’t read all of it']],
])('ranges from %j to %j', (before, after, expected) => {
  const condition = (ranges: Partial<Condition>) => ({ condition: { allowed: [], exceptions: [], ...ranges } })
  const changes = conditionChanges(condition(before), condition(after))
  expect(changes.map(([access, words]) => `${access}: ${words}`)).toEqual(expected)
})

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
  /(?:any|no) IP address/.test(words) ||
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

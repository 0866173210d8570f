import { addressesOf, isNothing, touches } from '#domain/condition/address-set.ts'
import { contains, toNetwork } from '#domain/condition/ip-ranges.ts'
import { draftOf } from '#domain/token/request-body.ts'
import { isWithin } from './days.ts'
import { seenIf, type Rule } from './rule.ts'
import { listed, safeText } from './words.ts'

const addresses = { family: 'addresses', about: 'function' } as const

export const ADDRESS_RULES: Rule[] = [
  {
    ...addresses,
    id: 'I1',
    title: 'Lets nobody in',
    why: 'Every call is refused.',
    unseen: 'Which of the two lists is wrong.',
    guards: ['A limit that can’t be read as a whole.'],
    find: ({ token: { condition, lastUsedOn } }, { now }) => {
      const set = condition.allowed.length > 0 ? addressesOf(condition) : null
      return seenIf(set !== null && isNothing(set), () => ({
        severity: isWithin(lastUsedOn, 30, now) ? 'act-now' : 'review',
        seen: `Its IP limit allows ${rangesWords(condition.allowed)} and takes all of it back by ${rangesWords(condition.exceptions)}.`,
        evidence: [...condition.allowed, ...condition.exceptions].map((value) => ({ field: 'condition', value })),
        fix: { kind: 'edit', label: 'Correct the IP limit' },
      }))
    },
  },
  {
    ...addresses,
    id: 'I2',
    title: 'Addresses that cannot be',
    why: 'Cloudflare sees public addresses only.',
    unseen: 'Whether calls arrive through WARP or Magic Transit, which can have private addresses.',
    guards: ['Ranges with public addresses in them.'],
    find: ({ token: { condition } }) => {
      const ranges = condition.allowed.filter((range) => NEVER_PUBLIC.some((outer) => contains(outer, range)))
      return seenIf(ranges.length > 0, () => ({
        severity: 'review',
        seen: `Its IP limit allows ${rangesWords(ranges)}, where no call can come from.`,
        evidence: ranges.map((value) => ({ field: 'condition', value })),
        fix: { kind: 'edit', label: 'Enter public addresses' },
      }))
    },
  },
  {
    ...addresses,
    id: 'I3',
    title: 'One family of addresses only',
    why: 'A caller with both may come by the other one and is refused.',
    unseen: 'Whether the callers have both.',
    guards: ['A limit that can’t be read as a whole.'],
    find: ({ token: { condition } }) => {
      const kinds = new Set(condition.allowed.map((range) => toNetwork(range)?.address.kind()))
      const [only] = kinds
      return seenIf(kinds.size === 1 && only !== undefined && !condition.isOdd, () => ({
        severity: 'review',
        seen: `Its IP limit allows ${only === 'ipv4' ? 'IPv4' : 'IPv6'} only.`,
        evidence: [{ field: 'condition', value: only ?? '' }],
        fix: { kind: 'edit', label: 'Add the other family' },
      }))
    },
  },
  {
    ...addresses,
    id: 'I4',
    title: 'Exception outside of the limit',
    why: 'It takes nothing back.',
    unseen: 'Whether a range was forgotten.',
    guards: ['A limit that can’t be read as a whole.'],
    find: ({ token }) => {
      const { condition } = token
      const set = condition.allowed.length > 0 ? addressesOf({ ...condition, exceptions: [] }) : null
      const readable = addressesOf(condition) !== null
      const idle = set && readable ? condition.exceptions.filter((range) => !touches(range, set)) : []
      return seenIf(idle.length > 0, () => ({
        severity: 'tidy',
        seen: `Its IP limit excepts ${rangesWords(idle)}, which it does not allow.`,
        evidence: idle.map((value) => ({ field: 'condition', value })),
        fix: {
          kind: 'draft',
          label: 'Take out the exception',
          draft: {
            ...draftOf(token),
            condition: { ...condition, exceptions: condition.exceptions.filter((range) => !idle.includes(range)) },
          },
        },
      }))
    },
  },
]

const rangesWords = (ranges: readonly string[]) => listed(ranges.map(safeText))

/** Private, loopback, link-local, shared (CGNAT) and documentation ranges. */
const NEVER_PUBLIC = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '::1/128',
  'fe80::/10',
  'fc00::/7',
  '2001:db8::/32',
  '3fff::/20',
]

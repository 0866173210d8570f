import { draftOf } from '#domain/token/request-body.ts'
import { isWithin } from './days.ts'
import { seenIf, type Rule } from './rule.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { listed } from './words.ts'

const addresses = { family: 'addresses', about: 'function' } as const

export const ADDRESS_RULES: Rule[] = [
  {
    ...addresses,
    id: 'I1',
    title: 'Lets nobody in',
    why: 'Every call is refused.',
    unseen: 'Which of the two lists is wrong.',
    guards: ['A limit that can’t be read as a whole.'],
    find: ({ token: { condition, lastUsedOn }, limit }, { now }) =>
      seenIf(limit.letsNobodyIn, () => ({
        severity: isWithin(lastUsedOn, 30, now) ? 'act-now' : 'review',
        seen: `Its IP limit allows ${rangesWords(condition.allowed)} and takes all of it back by ${rangesWords(condition.exceptions)}.`,
        evidence: [...condition.allowed, ...condition.exceptions].map((value) => ({ field: 'condition', value })),
        fix: { kind: 'edit', label: 'Correct the IP limit' },
      })),
  },
  {
    ...addresses,
    id: 'I2',
    title: 'Addresses that cannot be',
    why: 'Cloudflare sees public addresses only.',
    unseen: 'Whether calls arrive through WARP or Magic Transit, which can have private addresses.',
    guards: ['Ranges with public addresses in them.'],
    find: ({ limit: { unpublic } }) =>
      seenIf(unpublic.length > 0, () => ({
        severity: 'review',
        seen: `Its IP limit allows ${rangesWords(unpublic)}, where no call can come from.`,
        evidence: unpublic.map((value) => ({ field: 'condition', value })),
        fix: { kind: 'edit', label: 'Enter public addresses' },
      })),
  },
  {
    ...addresses,
    id: 'I3',
    title: 'One family of addresses only',
    why: 'A caller with both may come by the other one and is refused.',
    unseen: 'Whether the callers have both.',
    guards: ['A limit that can’t be read as a whole.'],
    find: ({ limit: { family } }) =>
      seenIf(family !== null, () => ({
        severity: 'review',
        seen: `Its IP limit allows ${family === 'ipv4' ? 'IPv4' : 'IPv6'} only.`,
        evidence: [{ field: 'condition', value: family ?? '' }],
        fix: { kind: 'edit', label: 'Add the other family' },
      })),
  },
  {
    ...addresses,
    id: 'I4',
    title: 'Exception outside of the limit',
    why: 'It takes nothing back.',
    unseen: 'Whether a range was forgotten.',
    guards: ['A limit that can’t be read as a whole.'],
    find: ({ token, limit: { idle } }) =>
      seenIf(idle.length > 0, () => ({
        severity: 'tidy',
        seen: `Its IP limit excepts ${rangesWords(idle)}, which it does not allow.`,
        evidence: idle.map((value) => ({ field: 'condition', value })),
        fix: {
          kind: 'draft',
          label: 'Take out the exception',
          draft: {
            ...draftOf(token),
            condition: {
              ...token.condition,
              exceptions: token.condition.exceptions.filter((range) => !idle.includes(range)),
            },
          },
        },
      })),
  },
]

const rangesWords = (ranges: readonly string[]) => listed(ranges.map(safeText))

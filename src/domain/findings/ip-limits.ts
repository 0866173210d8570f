import { addressesOf, isNothing, sizeOf, touches } from '#domain/condition/address-set.ts'
import type { Condition } from '#domain/condition/condition.ts'
import { contains, toNetwork } from '#domain/condition/ip-ranges.ts'
import { stableText } from '#domain/text/stable-text.ts'

/** What rules ask about an IP limit. Ranges as they are written. */
export type IpLimit = {
  /** From at most 256 addresses. */
  isNarrow: boolean
  letsNobodyIn: boolean
  /** Allowed ranges that are nearly everything. */
  wide: string[]
  /** Whether all allowed ranges together are more than a sixteenth of IPv4. */
  isWide: boolean
  /** Allowed ranges without public addresses. */
  unpublic: string[]
  /** The only family of all allowed ranges. */
  family: 'ipv4' | 'ipv6' | null
  /** Exceptions outside of all allowed ranges. */
  idle: string[]
}

/** Reads IP limits, each once: most tokens of an account share a few. */
export function ipLimitReader(): (condition: Condition) => IpLimit {
  const known = new Map<string, IpLimit>()
  return (condition) => {
    const key = stableText(condition)
    const limit = known.get(key) ?? readLimit(condition)
    known.set(key, limit)
    return limit
  }
}

const FEW_ADDRESSES = 256n
const SIXTEENTH = 1n << 28n
const WIDEST = { ipv4: 4, ipv6: 8 }

function readLimit(condition: Condition): IpLimit {
  const { allowed, exceptions, isOdd } = condition
  const set = allowed.length > 0 ? addressesOf(condition) : null
  const before = set && addressesOf({ allowed, exceptions: [] })
  const readable = allowed.filter((text) => toNetwork(text) !== null)
  const sure = readable.length > 0 ? addressesOf({ allowed: readable, exceptions: [] }) : null
  const families = new Set(allowed.map((text) => toNetwork(text)?.address.kind()))
  const [family] = families
  return {
    isNarrow: set !== null && sizeOf(set) <= FEW_ADDRESSES,
    letsNobodyIn: set !== null && isNothing(set),
    wide: readable.filter((text) => {
      const range = toNetwork(text)
      return range !== null && range.bits <= WIDEST[range.address.kind()]
    }),
    isWide: sure !== null && sizeOf({ ipv4: sure.ipv4, ipv6: [] }) > SIXTEENTH,
    unpublic: allowed.filter((range) => NEVER_PUBLIC.some((outer) => contains(outer, range))),
    family: families.size === 1 && family !== undefined && !isOdd ? family : null,
    idle: before ? exceptions.filter((range) => !touches(range, before)) : [],
  }
}

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

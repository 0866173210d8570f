import {
  addressSetText,
  beyondSet,
  EVERYTHING,
  hasWholeFamily,
  isNothing,
  setOf,
  sizeOf,
  touches,
} from '#domain/condition/address-set.ts'
import type { Condition } from '#domain/condition/condition.ts'
import { encloses, toNetwork, type Range } from '#domain/condition/ip-ranges.ts'
import { stableText } from '#domain/text/stable-text.ts'

/** What rules ask about an IP limit. Ranges as they are written. */
export type IpLimit = {
  /** One text for the same addresses, however they are written; `null` where a part cannot be read. */
  addresses: string | null
  /** Without allowed ranges, or with all of IPv4 or IPv6 among them. */
  isAnywhere: boolean
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

function readLimit({ allowed, exceptions, isOdd }: Condition): IpLimit {
  // Each is read once: that takes most of the time of all rules.
  const inside = allowed.map(toWritten)
  const outside = exceptions.map(toWritten)
  const readable = inside.filter(isReadable)
  const sure = readable.length > 0 ? setOf(readable.map(({ range }) => range)) : null
  const cuts = outside.filter(isReadable)
  const isWhole = !isOdd && readable.length === inside.length && cuts.length === outside.length
  const all = isWhole ? beyondSet(sure ?? EVERYTHING, setOf(cuts.map(({ range }) => range))) : null
  const set = sure && all
  const families = new Set(inside.map(({ range }) => range?.address.kind()))
  const [family] = families
  const texts = (written: Written[]) => written.map(({ text }) => text)
  return {
    addresses: all && addressSetText(all),
    isAnywhere: allowed.length === 0 || (sure !== null && hasWholeFamily(sure)),
    isNarrow: set !== null && sizeOf(set) <= FEW_ADDRESSES,
    letsNobodyIn: set !== null && isNothing(set),
    wide: texts(readable.filter(({ range }) => range.bits <= WIDEST[range.address.kind()])),
    isWide: sure !== null && sizeOf({ ipv4: sure.ipv4, ipv6: [] }) > SIXTEENTH,
    unpublic: texts(readable.filter(({ range }) => NEVER_PUBLIC.some((outer) => encloses(outer, range)))),
    family: families.size === 1 && family !== undefined && !isOdd ? family : null,
    idle: set && sure ? texts(cuts.filter(({ range }) => !touches(range, sure))) : [],
  }
}

/** A range as it is written, and what it is; `null` where it cannot be read. */
type Written = { text: string; range: Range | null }

const toWritten = (text: string): Written => ({ text, range: toNetwork(text) })
const isReadable = (written: Written): written is { text: string; range: Range } => written.range !== null

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
].flatMap((text) => toNetwork(text) ?? [])

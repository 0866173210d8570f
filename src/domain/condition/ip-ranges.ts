import ipaddr from 'ipaddr.js'
import { spelledOut } from '#domain/text/hidden.ts'
import type { Condition } from './condition.ts'

export type Range = { address: ipaddr.IPv4 | ipaddr.IPv6; bits: number }

export type ParsedRange = { ok: true; cidr: string; note: string | null } | { ok: false; message: string }

/**
 * Normalizes a range: a bare address becomes `/32` or `/128`, host bits are cleared, and IPv4-mapped IPv6
 * (`::ffff:192.0.2.1`) becomes IPv4, as Cloudflare sees such a client. `note` describes the change.
 */
export function parseRange(text: string): ParsedRange {
  const typed = text.trim()
  const read = readRange(typed)
  if (typeof read === 'string')
    return { ok: false, message: typed ? `${spelledOut(typed)}: ${read}.` : 'Enter an address or a range.' }
  const range = networkOf(withoutMapping(read))
  const cidr = cidrOf(range)
  if (range.address.kind() !== read.address.kind()) {
    return { ok: true, cidr, note: `${typed} became ${cidr}: it is an IPv4 address in IPv6 form.` }
  }
  const hasHostBits = range.address.toString() !== read.address.toString()
  const note = hasHostBits
    ? `${typed} became ${cidr}: host bits were cleared.`
    : typed.includes('/')
      ? null
      : `${typed} became ${cidr}, a single address.`
  return { ok: true, cidr, note }
}

/** The ranges, and those of the words that are ranges and not among them. */
export function withTyped(ranges: string[], words: string[]): string[] {
  const typed = words.map(parseRange).flatMap((range) => (range.ok ? range.cidr : []))
  return [...ranges, ...new Set(typed.filter((cidr) => !ranges.includes(cidr)))]
}

/** The range as typed, or why it is invalid. */
function readRange(text: string): Range | string {
  const [addressText = '', prefix, ...rest] = text.split('/')
  if (rest.length > 0) return 'a range has only one slash'
  const address = parseAddress(addressText)
  if (!address) return reasonFor(addressText)
  const size = sizeOf(address)
  if (prefix === undefined) return { address, bits: size }
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > size) return `the number after the slash must be from 0 to ${size}`
  return { address, bits: Number(prefix) }
}

function reasonFor(text: string): string {
  if (/^[\d.]+$/.test(text)) return `an IPv4 address needs ${FOUR_NUMBERS}`
  const ends = text.split(/\s*[-–—]\s*/)
  // A list is read word by word, so the dash between two addresses comes alone.
  if (ends.length === 2 && (ends.every(parseAddress) || ends.every((end) => end === '')))
    return 'a range needs a prefix length, such as 192.0.2.0/24'
  if (/^[\da-f:]*:[\d.]*\.[\d.]*$/i.test(text)) return `the IPv4 address at its end needs ${FOUR_NUMBERS}`
  const [, inBrackets, host = inBrackets ?? ''] = /^(?:\[([^[\]]+)\]|([^:[\]]+)):\d*$/.exec(text) ?? []
  if (host && parseAddress(host)) return `an IP limit has no port; use ${host}`
  const [, inside = ''] = /^\[(.+)\]$/.exec(text) ?? []
  if (inside && parseAddress(inside)) return `use it without brackets, as ${inside}`
  if (text.includes(':')) return 'not an IPv6 address'
  return 'not an IP address; host names don’t work here'
}

const FOUR_NUMBERS = 'four numbers from 0 to 255, without leading zeros'

/**
 * Only full dotted quads and IPv6: the library also accepts `10.1` and `0x7f.1`, which are likely mistakes. It throws an
 * error for what is not of the family that is asked about, which takes long; to ask it first is to read all twice.
 */
function parseAddress(text: string): Range['address'] | null {
  if (!text.includes(':')) return ipaddr.IPv4.isValidFourPartDecimal(text) ? ipaddr.IPv4.parse(text) : null
  if (text.includes('%')) return null
  const end = text.slice(text.lastIndexOf(':') + 1)
  if (end.includes('.') && !ipaddr.IPv4.isValidFourPartDecimal(end)) return null
  try {
    // The library takes `::192.0.2.1` for `::ffff:192.0.2.1`, which it is not (RFC 4291, 2.5.5).
    return ipaddr.IPv6.parse(text.replace(/^::(?=\d+\.)/, '::0:'))
  } catch {
    return null
  }
}

const sizeOf = (address: Range['address']) => (address instanceof ipaddr.IPv6 ? 128 : 32)

/** A prefix shorter than the mapping includes more than IPv4, so it stays IPv6. */
function withoutMapping({ address, bits }: Range): Range {
  if (!(address instanceof ipaddr.IPv6) || !address.isIPv4MappedAddress() || bits < 96) return { address, bits }
  return { address: address.toIPv4Address(), bits: bits - 96 }
}

/** Without host bits. The library takes a text for that, and would read it once more. */
function networkOf({ address, bits }: Range): Range {
  const maskOf = (index: number) => (0xff00 >> Math.min(8, Math.max(0, bits - 8 * index))) & 0xff
  return { address: ipaddr.fromByteArray(address.toByteArray().map((byte, index) => byte & maskOf(index))), bits }
}

/** Four or sixteen bytes as an address. */
export const addressText = (bytes: number[]): string => ipaddr.fromByteArray(bytes).toString()

const cidrOf = ({ address, bits }: Range) => `${address.toString()}/${bits}`

/** The network of a text, as Cloudflare sees it; `null` for an invalid range. */
export function toNetwork(text: string): Range | null {
  const read = readRange(text.trim())
  return typeof read === 'string' ? null : networkOf(withoutMapping(read))
}

/** Whether every address of one network is in the other. */
export const encloses = (outer: Range, inner: Range): boolean =>
  outer.bits <= inner.bits &&
  outer.address.kind() === inner.address.kind() &&
  inner.address.match(outer.address, outer.bits)

/** An oddity of two lists together. The API accepts it, so it does not prevent saving. */
export type ConditionRemark = { list: 'allowed' | 'exceptions'; index: number; message: string }

export function checkCondition(condition: Condition): ConditionRemark[] {
  const allowed = entriesOf(condition.allowed)
  const exceptions = entriesOf(condition.exceptions)
  // Next to an unreadable range, nothing can be called outside of all ranges.
  const isWhole = allowed.length > 0 && allowed.length === condition.allowed.length
  return [
    ...overlapsIn('allowed', allowed),
    ...overlapsIn('exceptions', exceptions),
    ...(isWhole ? exceptions.flatMap((exception) => remarkOn(exception, allowed)) : []),
  ]
}

type Entry = { text: string; index: number; range: Range }

const entriesOf = (texts: string[]): Entry[] =>
  texts.flatMap((text, index) => {
    const range = toNetwork(text)
    return range ? [{ text, index, range }] : []
  })

function overlapsIn(list: ConditionRemark['list'], entries: Entry[]): ConditionRemark[] {
  return entries.flatMap((entry): ConditionRemark[] => {
    const { text, index, range } = entry
    const wider = entries.find(
      (other) =>
        other !== entry && encloses(other.range, range) && (!encloses(range, other.range) || other.index < index),
    )
    if (!wider) return []
    const isTwin = encloses(range, wider.range)
    const message = isTwin ? `${text} is in the list twice.` : `${text} is already inside ${wider.text}.`
    return [{ list, index, message }]
  })
}

/** Two CIDR ranges are disjoint, or one contains the other. */
function remarkOn({ text, index, range }: Entry, allowed: Entry[]): ConditionRemark[] {
  const swallowed = allowed.find((other) => encloses(range, other.range))
  if (swallowed) return [{ list: 'exceptions', index, message: `${text} blocks all of ${swallowed.text}.` }]
  if (allowed.some((other) => encloses(other.range, range))) return []
  return [{ list: 'exceptions', index, message: `${text} is outside every allowed range, so it has no effect.` }]
}

import ipaddr from 'ipaddr.js'
import type { IpCondition } from '#domain/token/token.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Range = { address: Address; bits: number }

export type ParsedRange = { ok: true; cidr: string; note: string | null } | { ok: false; message: string }

/**
 * One range as text: a bare address becomes `/32` or `/128`, and host bits are
 * cleared. Whatever was changed is said in `note`.
 */
export function parseRange(text: string): ParsedRange {
  const [addressText = '', prefixText, ...rest] = text.trim().split('/')
  if (rest.length > 0) return refuse(text, 'a range has one slash')
  const address = parseAddress(addressText)
  if (!address) return refuse(text, reasonFor(addressText))
  const size = address.kind() === 'ipv4' ? 32 : 128
  if (prefixText === undefined) {
    return { ok: true, cidr: `${address.toString()}/${size}`, note: null }
  }
  if (!/^\d{1,3}$/.test(prefixText) || Number(prefixText) > size) {
    return refuse(text, `after the slash comes a number from 0 to ${size}`)
  }
  const bits = Number(prefixText)
  const network = networkOf({ address, bits })
  const cidr = `${network.toString()}/${bits}`
  const hasHostBits = network.toString() !== address.toString()
  return {
    ok: true,
    cidr,
    note: hasHostBits ? `${text.trim()} starts at ${cidr}: the bits after the prefix are cleared.` : null,
  }
}

const refuse = (text: string, reason: string): ParsedRange => ({ ok: false, message: `${text.trim()}: ${reason}.` })

function reasonFor(text: string): string {
  if (/^[\d.]+$/.test(text)) return 'an IPv4 address has four numbers from 0 to 255'
  if (text.includes(':')) return 'this is not an IPv6 address'
  return 'this is not an address; host names do not work here'
}

/** Only full dotted quads and IPv6: the library also reads `10.1` and `0x7f.1`, which nobody means. */
function parseAddress(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text)
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) return null
  return ipaddr.IPv6.parse(text)
}

function networkOf({ address, bits }: Range): Address {
  const cidr = `${address.toString()}/${bits}`
  return address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr)
}

/** A pasted list in words: by spaces, commas, semicolons or lines. */
export const splitRanges = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

/** Whether every address of `inner` is in `outer`. Text that is no range contains nothing and is in nothing. */
export function contains(outer: string, inner: string): boolean {
  const [outside, inside] = [toRange(outer), toRange(inner)]
  if (!outside || !inside || outside.address.kind() !== inside.address.kind()) return false
  return outside.bits <= inside.bits && matches(inside.address, outside)
}

function toRange(text: string): Range | null {
  const parsed = parseRange(text)
  if (!parsed.ok) return null
  const [addressText = '', bits] = parsed.cidr.split('/')
  const address = parseAddress(addressText)
  return address && { address, bits: Number(bits) }
}

function matches(address: Address, range: Range): boolean {
  // The library wants the family named, which `kind` does not tell the compiler.
  if (address.kind() === 'ipv4') return (address as ipaddr.IPv4).match(range.address, range.bits)
  return (address as ipaddr.IPv6).match(range.address, range.bits)
}

/** What is odd about two lists together. None of it stops a save: the API takes it. */
export type ConditionRemark = { list: 'allowed' | 'exceptions'; index: number; message: string }

export function checkCondition({ allowed, exceptions }: IpCondition): ConditionRemark[] {
  return [
    ...overlapsIn('allowed', allowed),
    ...overlapsIn('exceptions', exceptions),
    ...exceptions.flatMap((exception, index): ConditionRemark[] => {
      if (allowed.length === 0 || allowed.some((range) => contains(range, exception))) return []
      return [
        { list: 'exceptions', index, message: `${exception} is outside every allowed range, so it changes nothing.` },
      ]
    }),
  ]
}

function overlapsIn(list: ConditionRemark['list'], ranges: string[]): ConditionRemark[] {
  return ranges.flatMap((range, index): ConditionRemark[] => {
    const wider = ranges.find((other, at) => at !== index && contains(other, range) && (other !== range || at < index))
    if (!wider) return []
    const message = wider === range ? `${range} is in the list twice.` : `${range} is already inside ${wider}.`
    return [{ list, index, message }]
  })
}

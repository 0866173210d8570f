import ipaddr from 'ipaddr.js'
import * as v from 'valibot'
import { parseAddress } from '#server/http/parse-address.ts'
import { list, refuseEntry } from './refuse.ts'

type Range = { address: ipaddr.IPv4 | ipaddr.IPv6; bits: number }

/** Wider ranges hold more than one network; the widest private IPv6 range is fc00::/7. */
const WIDEST = { ipv4: 8, ipv6: 7 }
const LENGTH = { ipv4: 32, ipv6: 128 }
/** ::ffff:0:0/96 holds the IPv4-mapped addresses. */
const MAPPED_BITS = 96

/** IP addresses and CIDR ranges, without duplicates, in shortest form. */
export const trustedProxies = v.pipe(
  list,
  refuseEntry((entry) => {
    const range = parseRange(entry)
    if (!range) return '$NAME is not an IP address or a CIDR range. Write it like 10.0.0.7, 10.0.0.0/8 or fd00::/8.'
    if (range.bits < WIDEST[range.address.kind()] || holdsMapped(range)) {
      return '$NAME would trust every client. Name the addresses of your own proxies only.'
    }
    if (text(range) === text(firstOf(range))) return null
    return '$NAME has an address inside its range. Write the first address of the range (10.0.0.0/8), or one address without "/".'
  }),
  v.transform((entries) => [...new Set(entries.map((entry) => text(parseRange(entry))))]),
)

function parseRange(entry: string): Range | null {
  const [, address = '', bits] = /^([^/]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(entry) ?? []
  const parsed = parseAddress(address)
  if (!parsed) return null
  const range = { address: parsed, bits: bits === undefined ? LENGTH[parsed.kind()] : Number(bits) }
  return range.bits > LENGTH[parsed.kind()] ? null : asIpv4(range)
}

function asIpv4({ address, bits }: Range): Range {
  const isMapped = address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= MAPPED_BITS
  return isMapped ? { address: address.toIPv4Address(), bits: bits - MAPPED_BITS } : { address, bits }
}

/** Whether an IPv6 range contains all IPv4-mapped addresses. */
const holdsMapped = ({ address, bits }: Range) =>
  address instanceof ipaddr.IPv6 && bits <= MAPPED_BITS && ipaddr.IPv6.parse('::ffff:0:0').match(address, bits)

function firstOf({ address, bits }: Range): Range {
  const range = `${address.toString()}/${bits}`
  const first =
    address instanceof ipaddr.IPv4
      ? ipaddr.IPv4.networkAddressFromCIDR(range)
      : ipaddr.IPv6.networkAddressFromCIDR(range)
  return { address: first, bits }
}

function text(range: Range | null): string {
  if (!range) return ''
  const { address, bits } = range
  return bits === LENGTH[address.kind()] ? address.toString() : `${address.toString()}/${bits}`
}

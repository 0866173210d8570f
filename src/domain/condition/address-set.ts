import type { Condition } from './condition.ts'
import { addressText, toNetwork, type Range } from './ip-ranges.ts'

/** Addresses of both families as spans of numbers, including first and last; sorted and disjoint. */
type Span = { first: bigint; last: bigint }
export type AddressSet = { ipv4: Span[]; ipv6: Span[] }

const FAMILIES = { ipv4: 32, ipv6: 128 } as const
type Family = keyof typeof FAMILIES
const BOTH: Family[] = ['ipv4', 'ipv6']

const whole = (family: Family): Span => ({ first: 0n, last: (1n << BigInt(FAMILIES[family])) - 1n })

export const EVERYTHING: AddressSet = { ipv4: [whole('ipv4')], ipv6: [whole('ipv6')] }

/** The addresses that a condition allows; `null` when a part of it cannot be read. */
export function addressesOf({ allowed, exceptions, isOdd }: Condition): AddressSet | null {
  const [inside, outside] = [allowed.map(toNetwork), exceptions.map(toNetwork)]
  if (isOdd || inside.includes(null) || outside.includes(null)) return null
  return beyondSet(allowed.length === 0 ? EVERYTHING : setOf(inside), setOf(outside))
}

/** Whether all of IPv4 or all of IPv6 is allowed, so that the limit is none. */
export function isAnywhere(condition: Condition): boolean {
  const set = addressesOf(condition)
  return set !== null && hasWholeFamily(set)
}

export const hasWholeFamily = (set: AddressSet): boolean => BOTH.some((family) => isWhole(family, set[family]))
export const isEverything = (set: AddressSet): boolean => BOTH.every((family) => isWhole(family, set[family]))
export const isNothing = (set: AddressSet): boolean => BOTH.every((family) => set[family].length === 0)

const isWhole = (family: Family, [only, ...others]: Span[]) =>
  others.length === 0 && only?.first === 0n && only.last === whole(family).last

/** The addresses in one set but not in the other. */
export const beyondSet = (ours: AddressSet, theirs: AddressSet): AddressSet => ({
  ipv4: spansBeyond(ours.ipv4, theirs.ipv4),
  ipv6: spansBeyond(ours.ipv6, theirs.ipv6),
})

/** Whether a network overlaps the set; text that is none (`null`) does not. */
export function touches(range: Range | null, set: AddressSet): boolean {
  const ours = setOf([range])
  return sizeOf(beyondSet(ours, set)) !== sizeOf(ours)
}

/** The number of addresses in a set. */
export const sizeOf = (set: AddressSet) =>
  BOTH.flatMap((family) => set[family]).reduce((sum, { first, last }) => sum + last - first + 1n, 0n)

/** One text for the same addresses. */
export const addressSetText = (set: AddressSet): string =>
  BOTH.map((family) => set[family].map(({ first, last }) => `${first}-${last}`).join()).join(' ')

/** A set as the fewest ranges. */
export const rangesOf = (set: AddressSet): string[] =>
  BOTH.flatMap((family) => set[family].flatMap((span) => blocksOf(span, family)))

/** The addresses of networks. */
export function setOf(ranges: readonly (Range | null)[]): AddressSet {
  const spans = (family: Family) =>
    united(ranges.flatMap((range) => (range?.address.kind() === family ? [spanOf(range, family)] : [])))
  return { ipv4: spans('ipv4'), ipv6: spans('ipv6') }
}

function spanOf({ address, bits }: Range, family: Family): Span {
  const hex = address.toByteArray().map((byte) => byte.toString(16).padStart(2, '0'))
  const first = BigInt(`0x${hex.join('')}`)
  return { first, last: first + (1n << BigInt(FAMILIES[family] - bits)) - 1n }
}

/** Merges spans that overlap or touch. */
function united(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = result.at(-1)
    if (before && span.first <= before.last + 1n) before.last = span.last > before.last ? span.last : before.last
    else result.push({ ...span })
  }
  return result
}

const spansBeyond = (ours: Span[], theirs: Span[]): Span[] =>
  theirs.reduce(
    (left, cut) =>
      left.flatMap((span) =>
        cut.last < span.first || cut.first > span.last
          ? [span]
          : [
              ...(span.first < cut.first ? [{ first: span.first, last: cut.first - 1n }] : []),
              ...(span.last > cut.last ? [{ first: cut.last + 1n, last: span.last }] : []),
            ],
      ),
    ours,
  )

/** A span in CIDR text: from its first address, always the largest block that fits. */
function blocksOf(span: Span, family: Family): string[] {
  const ranges: string[] = []
  for (let first = span.first; first <= span.last;) {
    let size = 0
    while (size < FAMILIES[family] && isBlock(first, size + 1) && first + (1n << BigInt(size + 1)) - 1n <= span.last)
      size += 1
    ranges.push(`${textOf(first, family)}/${FAMILIES[family] - size}`)
    first += 1n << BigInt(size)
  }
  return ranges
}

const isBlock = (first: bigint, size: number) => first % (1n << BigInt(size)) === 0n

function textOf(number: bigint, family: Family): string {
  const bytes = Array.from({ length: FAMILIES[family] / 8 }, (_, index) =>
    Number((number >> BigInt(FAMILIES[family] - 8 * (index + 1))) & 255n),
  )
  return addressText(bytes)
}

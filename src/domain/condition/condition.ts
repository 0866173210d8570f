import { stableText } from '#domain/text/stable-text.ts'
import { isObject } from '#domain/text/is-object.ts'

/**
 * Client addresses as CIDR text. An empty allow list means any address; exceptions are carved out of it.
 * `isOdd`: the stored condition holds something besides that this app cannot read.
 */
export type Condition = { allowed: string[]; exceptions: string[]; isOdd?: true }

/** How other addresses come to a condition: beside those that it has, or in their place. */
export type IpMode = 'add' | 'replace'

export const NO_CONDITION: Condition = { allowed: [], exceptions: [] }

/**
 * Reads a stored condition. The key is `request_ip` in the schema and
 * `request.ip` in older answers and docs; both are read, but not beside each other.
 */
export function fromWireCondition(wire: unknown): Condition {
  const limits = limitsOf(wire)
  const lists = { allowed: texts(limits['in']), exceptions: texts(limits['not_in']) }
  return isUnderstood(wire) ? lists : { ...lists, isOdd: true }
}

const limitsOf = (wire: unknown) => asRecord(apart(wire)[0])

/** The limits of addresses, and what else there is: the older key, too, where there are both. */
function apart(wire: unknown): [limits: unknown, others: Record<string, unknown>] {
  const { request_ip, ...others } = asRecord(wire)
  if (!isNothing(request_ip)) return [request_ip, others]
  const { 'request.ip': older, ...rest } = others
  return [older, rest]
}

/** Whether it consists only of IP limits in the documented form. */
function isUnderstood(wire: unknown): boolean {
  if (isNothing(wire)) return true
  const [limits, others] = apart(wire)
  const { in: allowed, not_in: exceptions, ...unknown } = asRecord(limits)
  const isTexts = (list: unknown) => isNothing(list) || (Array.isArray(list) && texts(list).length === list.length)
  return (
    isObject(wire) &&
    Object.keys(others).length === 0 &&
    (isNothing(limits) || isObject(limits)) &&
    Object.keys(unknown).length === 0 &&
    isTexts(allowed) &&
    isTexts(exceptions)
  )
}

const isNothing = (value: unknown) => value === undefined || value === null

/** The condition for a request. Empty lists are left out, and `{}` clears it. */
export function toWireCondition({ allowed, exceptions }: Condition): {
  request_ip?: { in?: string[]; not_in?: string[] }
} {
  if (allowed.length === 0 && exceptions.length === 0) return {}
  return {
    request_ip: {
      ...(allowed.length > 0 && { in: allowed }),
      ...(exceptions.length > 0 && { not_in: exceptions }),
    },
  }
}

/**
 * The condition in the place of a stored one. Where the lists are as stored, that is the stored one
 * as it came, whatever it holds: a limit the app cannot read must not vanish in an edit. Else the
 * lists are replaced, and keys the app does not know stay.
 */
export function replaceWireCondition(stored: unknown, condition: Condition): unknown {
  if (sameLists(fromWireCondition(stored), condition)) return stored
  const [before, others] = apart(stored)
  const { in: _, not_in: __, ...otherLimits } = asRecord(before)
  const limits = { ...otherLimits, ...toWireCondition(condition).request_ip }
  return { ...others, ...(Object.keys(limits).length > 0 && { request_ip: limits }) }
}

/**
 * One text for all conditions with the same meaning, whatever the spelling of no limit and the order of ranges. `spell`
 * gives a range one spelling; it is the caller's, since the list of tokens loads without the code that reads addresses.
 */
export function canonicalCondition(wire: unknown, spell = (range: string) => range): string {
  if (!isUnderstood(wire)) return stableText(wire)
  const { allowed, exceptions } = fromWireCondition(wire)
  return stableText([allowed, exceptions].map((ranges) => [...new Set(ranges.map(spell))].sort()))
}

function sameLists(a: Condition, b: Condition): boolean {
  const same = (one: string[], other: string[]) =>
    one.length === other.length && one.every((range, index) => range === other[index])
  return same(a.allowed, b.allowed) && same(a.exceptions, b.exceptions)
}

const asRecord = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {})

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

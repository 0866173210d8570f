import { stableText } from '#domain/text/stable-text.ts'
import { ANY_IP, countRanges } from './count-ranges.ts'
import { isObject } from '#domain/text/is-object.ts'
import {
  addressesOf,
  beyondSet,
  EVERYTHING,
  isEverything,
  isNothing,
  rangesOf,
  setOf,
  touches,
  type AddressSet,
} from './address-set.ts'
import { replaceWireCondition, type Condition } from './condition.ts'
import { toNetwork } from './ip-ranges.ts'

export const NO_IP = 'No IP address'

/** The words of `countRanges`, or that the ranges come to every address or none. */
export function summarizeCondition(condition: Condition): string {
  const addresses = addressesOf(condition)
  if (addresses && isEverything(addresses)) return ANY_IP
  if (addresses && isNothing(addresses)) return NO_IP
  return countRanges(condition)
}

type ConditionChange = [access: 'wider' | 'narrower' | 'same', words: string]

/** A condition as it is wanted, and the stored one with what the app does not know. */
type Conditioned = { condition: Condition; storedCondition?: unknown }

/** What another condition means for where a token can be used from. What cannot be judged counts as wider. */
export function conditionChanges(before: Conditioned, after: Conditioned): ConditionChange[] {
  return [
    ...rangeChanges(before.condition, after.condition),
    ...(rest(before) === rest(after) ? [] : [['wider', 'Unknown conditions changed'] as ConditionChange]),
  ]
}

/** Ranges are compared as sets of addresses: one /24 is two /25, and all of both families is no limit. */
function rangeChanges(before: Condition, after: Condition): ConditionChange[] {
  if (stableText(sorted(before)) === stableText(sorted(after))) return []
  const [from, to] = [addressesOf(before), addressesOf(after)]
  if (!from || !to) return [['wider', 'IP limit changed; Token Desk can’t read all of it']]
  const [gained, lost] = [beyondSet(to, from), beyondSet(from, to)]
  const changes: ConditionChange[] = [
    ...gainTexts(gained, before, after, to).map((words): ConditionChange => ['wider', words]),
    ...lossTexts(lost, before, after, [from, to]).map((words): ConditionChange => ['narrower', words]),
  ]
  return changes.length > 0 ? changes : [['same', 'IP ranges rewritten; addresses unchanged']]
}

/** In the user's own ranges where they say it, else in those that the difference comes to. */
function gainTexts(gained: AddressSet, before: Condition, after: Condition, to: AddressSet): string[] {
  if (isNothing(gained)) return []
  if (isEverything(to) && before.allowed.length > 0) return ['From any IP address, no longer from chosen ranges']
  const added = touching(after.allowed, gained, before.allowed)
  const freed = touching(before.exceptions, gained, after.exceptions)
  const others = rangesOf(beyondSet(gained, setOf([...added, ...freed].map(toNetwork))))
  const closed = beyondSet(EVERYTHING, to)
  const blocked = setOf(after.exceptions.map(toNetwork))
  return [
    ...said('Also from', [...added.flatMap((one) => without(one, closed)), ...others]),
    ...said(
      'No longer blocks',
      freed.flatMap((one) => without(one, blocked)),
    ),
  ]
}

function lossTexts(
  lost: AddressSet,
  before: Condition,
  after: Condition,
  [from, to]: [AddressSet, AddressSet],
): string[] {
  if (isNothing(lost)) return []
  if (isNothing(to)) return ['From no IP address']
  if (isEverything(from) && after.allowed.length > 0)
    return [`Only from ${few(after.allowed)}, no longer from any IP address`]
  const removed = touching(before.allowed, lost, after.allowed)
  const cut = touching(after.exceptions, lost, before.exceptions)
  const others = rangesOf(beyondSet(lost, setOf([...removed, ...cut].map(toNetwork))))
  return [
    ...said('No longer from', [...removed.flatMap((one) => without(one, to)), ...others]),
    ...said('Also blocks', cut),
  ]
}

/** Ranges of one list that the other has not and that have a part in the difference. */
const touching = (ranges: string[], difference: AddressSet, others: string[]) =>
  ranges.filter((range) => !others.includes(range) && touches(toNetwork(range), difference))

/** A range without what is in a set, in the shorter way: "192.0.2.128/25", "10.0.0.0/8 (except 10.1.0.0/16)". */
function without(range: string, set: AddressSet): string[] {
  const whole = setOf([toNetwork(range)])
  const left = beyondSet(whole, set)
  const [parts, gone] = [rangesOf(left), rangesOf(beyondSet(whole, left))]
  if (gone.length === 0) return [range]
  return parts.length <= gone.length ? parts : [`${range} (except ${few(gone)})`]
}

const said = (words: string, ranges: string[]): string[] => (ranges.length > 0 ? [`${words} ${few(ranges)}`] : [])

/** The rest of the internet is dozens of ranges: the first say where, the number says how many. */
const few = (ranges: string[]) =>
  ranges.length <= RANGES_SHOWN
    ? ranges.join(', ')
    : `${ranges.slice(0, RANGES_SHOWN).join(', ')} and ${ranges.length - RANGES_SHOWN} more`

const RANGES_SHOWN = 12

const sorted = ({ allowed, exceptions }: Condition) => [allowed.toSorted(), exceptions.toSorted()]

/** All of a condition but the lists of ranges that the app reads. */
function rest({ storedCondition, condition }: Conditioned): string {
  const wire = replaceWireCondition(storedCondition, condition)
  if (!isObject(wire)) return stableText(wire ?? {})
  const { request_ip, 'request.ip': older, ...others } = wire
  const limits = request_ip ?? older ?? {}
  if (!isObject(limits)) return stableText([others, limits])
  const { in: _, not_in: __, ...unknown } = limits
  return stableText(Object.keys(unknown).length + Object.keys(others).length === 0 ? {} : [others, unknown])
}

import { askedPlace, type AskedPlace } from './asked-place.ts'
import { groupedBy } from './grouped-by.ts'
import type { Need, NeedOption } from './need.ts'
import { bestFirst } from './option-cost.ts'

/** An option, and the place that it is about. `rank` is its place among all, the one that gives away least first. */
export type AskedOption = { option: NeedOption; place: AskedPlace; rank: number }

/** A need, prepared for many tokens of an account. */
export type Call = {
  need: Need
  /** Whether the request is for another account. */
  isForeign: boolean
  options: readonly AskedOption[]
  byGroup: ReadonlyMap<string, readonly AskedOption[]>
  missing: ReadonlySet<string>
}

export function toCall(need: Need, accountId: string): Call {
  const options = bestFirst(need.options, need.operation).flatMap((option, rank) => {
    const place = askedPlace(option.on, accountId)
    return place ? [{ option, place, rank }] : []
  })
  return {
    need,
    isForeign: need.accountId !== null && need.accountId !== accountId,
    options,
    byGroup: groupedBy(options, ({ option }) => option.group.id),
    missing: new Set(need.missing),
  }
}

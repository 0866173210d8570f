import { askedPlace, type AskedPlace } from './asked-place.ts'
import type { Need, NeedOption } from './need.ts'
import { optionsOfPhase } from './ruleset-phase.ts'

/** An option, and the place that it is about. `rank` is its place among all, the one that gives away least first. */
export type AskedOption = {
  option: NeedOption
  place: AskedPlace
  rank: number
  /** Whether its group is named for the rules of another phase than the request's. */
  isOfOtherPhase: boolean
}

/** A need, prepared for many tokens of an account. */
export type Call = {
  need: Need
  /** Of the tokens that are asked about. */
  accountId: string
  /** Whether the request is for another account. */
  isForeign: boolean
  options: readonly AskedOption[]
}

/** The permission groups that some requests are about, by ID, and those that the catalogue does not have by name. */
export type Concerned = { ids: ReadonlySet<string>; names: ReadonlySet<string> }

export const concernedBy = (calls: readonly Call[]): Concerned => ({
  ids: new Set(calls.flatMap(({ options }) => options.map(({ option }) => option.group.id))),
  names: new Set(calls.flatMap(({ need }) => need.missing)),
})

export function toCall(need: Need, accountId: string): Call {
  const ofPhase = new Set(optionsOfPhase(need))
  const options = need.options.flatMap((option, rank) => {
    const place = askedPlace(option.on, accountId)
    return place ? [{ option, place, rank, isOfOtherPhase: !ofPhase.has(option) }] : []
  })
  return { need, accountId, isForeign: need.accountId !== null && need.accountId !== accountId, options }
}

import { ACCOUNT_SCOPE, type Scope } from '#domain/resources/scope.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { cheapestCover } from './cover.ts'
import { explained, type Reason } from './grant-reason.ts'
import { groupedBy } from './grouped-by.ts'
import type { Need, NeedOption } from './need.ts'
import { classOf, compareNames, foreignness, isLasting } from './option-cost.ts'
import { optionsOfPhase } from './ruleset-phase.ts'

/**
 * Where the IDs of a grant come from: the account needs none; the requests name them; requests for other permissions
 * name them; or none does, so that the user has to choose.
 */
type IdsFrom = 'account' | 'named' | 'others' | 'unnamed'

/** One permission group of the smallest set, and the resources that it is needed on. */
export type Grant = {
  group: PermissionGroup
  scope: Scope
  ids: string[]
  idsFrom: IdsFrom
  /** The needs that it meets, by their place in the list from 0. */
  forNeeds: number[]
  /** Others that would do for all that only this one meets, the best first. */
  alternatives: PermissionGroup[]
  reason: Reason
}

export type SmallestSet = {
  /** In the order of the needs. */
  grants: Grant[]
  /** `false`: there were too many ways to try them all, so a smaller set may exist. */
  isExact: boolean
}

type Context = {
  /** Needs that are met already, by their place in the list. */
  met?: ReadonlySet<number>
  maxSteps?: number
}

const MAX_STEPS = 5000

/**
 * Finds the least that a token needs for all of some needs. Needs without options are left out. One permission group on
 * one resource counts as one; of two sets the better one has, in this order:
 *
 * 1. fewer of what gives away most: groups of unknown level, then "Admin", then what changes, then what runs or revokes,
 *    then what reads; among equals first those for the account, then those for zones, buckets and the like. So a Write
 *    that is needed anyway also serves a request that could do with Read, but never takes its place otherwise
 * 2. fewer different groups
 * 3. groups that are not about to end, and whose names are more like the requests
 * 4. names that come first, so that the order of the needs does not matter
 *
 * Of the groups that change rulesets, those of the phase that a path names are taken.
 *
 * A need that names no resource of its kind is met by the group on any of them. Where nothing else needs the group, all
 * the resources that other requests name are filled in.
 */
export function smallestSet(needs: readonly Need[], { met, maxSteps = MAX_STEPS }: Context = {}): SmallestSet {
  const open = needs.map((need, index) => (met?.has(index) ? [] : optionsOfPhase(need)))
  const choices = choicesOf(open)
  const numbers = new Map(choices.map((choice, index) => [choice.key, index]))
  const owners = new Map<string, number>()
  const items = choices.map((choice) => {
    const owner = owners.get(choice.option.group.id) ?? owners.size
    owners.set(choice.option.group.id, owner)
    return { owner, ...costOf(choice, needs) }
  })
  const rows = new Map<string, number[]>()
  for (const keys of keysByNeed(choices, needs.length)) {
    const row = keys.map((key) => numbers.get(key) ?? -1).sort((a, b) => a - b)
    if (row.length > 0) rows.set(row.join(' '), row)
  }
  const sorted = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const { chosen, isExact } = cheapestCover({ rows: sorted, items }, { charge: CHARGE, maxSteps })
  const grants = toGrants(
    chosen.flatMap((index) => choices[index] ?? []),
    choices,
  )
  return { grants: explained(grants, open, needs), isExact }
}

/** A group on one resource, and the needs that it meets. */
type Choice = { key: string; option: NeedOption; needs: Set<number> }

/** By the names of the groups, those that name no resource first. */
function choicesOf(open: readonly (readonly NeedOption[])[]): Choice[] {
  const choices = new Map<string, Choice>()
  for (const [index, options] of open.entries()) {
    for (const option of options) {
      const key = choiceKey(option)
      const known = choices.get(key)
      if (known) known.needs.add(index)
      else choices.set(key, { key, option, needs: new Set([index]) })
    }
  }
  for (const { option, needs } of choices.values()) {
    const anywhere = idIn(option) === null ? undefined : choices.get(choiceKey(option, null))
    for (const index of anywhere?.needs ?? []) needs.add(index)
  }
  return [...choices.values()].sort(
    (a, b) => compareNames(a.option.group, b.option.group) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
}

/** A token is of one account, so there is one choice on it. */
const idIn = ({ on }: NeedOption): string | null => (on.scope === ACCOUNT_SCOPE ? null : on.id)

const choiceKey = (option: NeedOption, id = idIn(option)) => `${option.group.id} ${option.on.scope} ${id ?? ''}`

function keysByNeed(choices: readonly Choice[], size: number): string[][] {
  const keys = Array.from({ length: size }, (): string[] => [])
  for (const { key, needs } of choices) for (const index of needs) keys[index]?.push(key)
  return keys
}

// One number for the whole cost: 20 bits for each class, the widest first; 20 for groups; 32 for what is left.
const CHARGE = 1n << 32n
const FIRST_CLASS = 52n
const DIGIT = 20n
const ENDING = 2000

function costOf({ option, needs }: Choice, all: readonly Need[]): { cost: bigint; rank: bigint } {
  const rank = 1n << (FIRST_CLASS + DIGIT * BigInt(classOf(option)))
  const foreign = [...needs].reduce((sum, index) => sum + foreignness(option.group, all[index]?.operation ?? null), 0)
  const rest = Math.floor(foreign / needs.size) + (isLasting(option.group) ? 0 : ENDING)
  return { rank, cost: rank + BigInt(rest) }
}

export type BareGrant = Omit<Grant, 'alternatives' | 'reason'>

/** The same group on several resources of a kind is one grant. */
function toGrants(chosen: readonly Choice[], choices: readonly Choice[]): BareGrant[] {
  const named = groupedBy(choices, ({ option }) => option.on.scope)
  const grants = groupedBy(chosen, ({ option }) => choiceKey(option, null))
  return [...grants.values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const { group, on } = first.option
    const own = idsOf(some)
    const ids = own.length > 0 ? own : idsOf(named.get(on.scope) ?? [])
    const forNeeds = [...new Set(some.flatMap(({ needs }) => [...needs]))].toSorted((a, b) => a - b)
    const idsFrom = whereFrom(on.scope, own, ids)
    return [{ group, scope: on.scope, ids, idsFrom, forNeeds }]
  })
}

const idsOf = (choices: readonly Choice[]): string[] =>
  [...new Set(choices.flatMap(({ option }) => idIn(option) ?? []))].toSorted()

function whereFrom(scope: Scope, own: readonly string[], ids: readonly string[]): IdsFrom {
  if (scope === ACCOUNT_SCOPE) return 'account'
  return own.length > 0 ? 'named' : ids.length > 0 ? 'others' : 'unnamed'
}

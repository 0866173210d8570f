import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Need, NeedOption } from './need.ts'
import { classOf, compareNames, foreignness, isLasting, powerOf } from './option-cost.ts'
import type { BareGrant, Grant } from './smallest-set.ts'

/**
 * Why this group and not another one:
 *
 * - `only`: a request takes no other
 * - `phase`: the others that a request takes are for rulesets of other phases
 * - `least-power`: all others give away more power
 * - `narrowest`: the others of the same power are for the whole account
 * - `fewest`: it serves several requests, which no other of its kind does
 * - `lasting`: the others are about to end, or cannot be granted
 * - `likeness`: its name is more like the requests
 * - `name`: the others are as good, and come later in the alphabet
 */
export type Reason = 'only' | 'phase' | 'least-power' | 'narrowest' | 'fewest' | 'lasting' | 'likeness' | 'name'

/** Adds to grants what would do in their place, and why they were chosen; in the order of the needs. */
export function explained(
  grants: readonly BareGrant[],
  open: readonly (readonly NeedOption[])[],
  needs: readonly Need[],
): Grant[] {
  const met = new Map<number, number>()
  for (const { forNeeds } of grants) for (const index of forNeeds) met.set(index, (met.get(index) ?? 0) + 1)
  return grants
    .map((grant) => {
      const own = grant.forNeeds.filter((index) => met.get(index) === 1)
      const alternatives = alternativesTo(grant, own, open)
      const reason = reasonFor(grant, { own, open, needs, alternatives })
      return { ...grant, alternatives: alternatives.map(({ group }) => group), reason }
    })
    .toSorted((a, b) => (a.forNeeds[0] ?? 0) - (b.forNeeds[0] ?? 0) || compareNames(a.group, b.group))
}

function alternativesTo(
  { group }: BareGrant,
  own: readonly number[],
  open: readonly (readonly NeedOption[])[],
): NeedOption[] {
  const [first, ...others] = own
  if (first === undefined) return []
  const idsOf = others.map((index) => new Set(open[index]?.map((option) => option.group.id)))
  const options = open[first] ?? []
  const byGroup = new Map(options.toReversed().map((option) => [option.group.id, option]))
  return options.filter(
    (option) =>
      option.group.id !== group.id &&
      byGroup.get(option.group.id) === option &&
      idsOf.every((ids) => ids.has(option.group.id)),
  )
}

type Known = {
  own: readonly number[]
  open: readonly (readonly NeedOption[])[]
  needs: readonly Need[]
  alternatives: readonly NeedOption[]
}

function reasonFor({ group, scope }: BareGrant, { own, open, needs, alternatives }: Known): Reason {
  const rivals = own.map((index) => (open[index] ?? []).filter((option) => option.group.id !== group.id))
  const isLeft = (index: number) => (open[index]?.length ?? 0) < (needs[index]?.options.length ?? 0)
  if (rivals.some((some, at) => some.length === 0 && !isLeft(own[at] ?? -1))) return 'only'
  if (own.some(isLeft)) return 'phase'
  const all = rivals.flat()
  const ours = classOf({ group, on: { scope, id: null } })
  if (all.every((one) => powerOf(one.group) > powerOf(group))) return 'least-power'
  if (all.every((one) => classOf(one) > ours)) return 'narrowest'
  const equals = alternatives.filter((one) => classOf(one) === ours).map((one) => one.group)
  if (equals.length === 0) return 'fewest'
  if (isLasting(group) && !equals.some(isLasting)) return 'lasting'
  const foreign = (one: PermissionGroup) =>
    own.reduce((sum, index) => sum + foreignness(one, needs[index]?.operation ?? null), 0)
  return equals.filter(isLasting).every((one) => foreign(one) > foreign(group)) ? 'likeness' : 'name'
}

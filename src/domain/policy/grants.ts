import { stableText } from '#domain/text/stable-text.ts'
import { canonicalPolicy } from './canonical.ts'
import { placeOf, type Place } from './place.ts'
import { readPolicy } from './read-policy.ts'
import { parseResources, resourcesOf, type ResourceTarget } from './resource-keys.ts'
import type { WirePolicy, WirePolicyInput } from './wire.ts'

type Group = WirePolicyInput['permission_groups'][number]

/** Each of the groups, by its text, on each of the places. `effectKey` is the effect, with all other fields. */
type Block = { effectKey: string; effect: string; groups: Map<string, Group>; places: Place[] }

function blockOf(policy: WirePolicy, accountId: string | undefined): Block {
  const { id: _, effect, permission_groups, resources, ...unknown } = policy
  const groups = new Map(
    permission_groups.map((named) => {
      const { name: __, ...group } = named
      return [stableText(group), group]
    }),
  )
  const places = parseResources(resources).map((target) => placeOf(target, accountId))
  return { effectKey: stableText({ effect, ...unknown }), effect, groups, places }
}

/** The groups that are granted on one target. */
type Cell = Pick<Block, 'effectKey' | 'effect' | 'groups'> & { target: ResourceTarget }

/**
 * The grants of `ours` that `theirs` does not include, regardless of how they are split into policies, combined into
 * policies. `accountId` is the tokens' own account, which flat zones belong to: without it, nothing but the zone's own
 * key includes them.
 */
export function grantsDifference(ours: unknown[], theirs: unknown[], accountId?: string): WirePolicyInput[] {
  const [our, their] = [ours.map(readPolicy), theirs.map(readPolicy)]
  // A policy that both have is not compared grant by grant: it may have thousands of them.
  const same = new Set(their.map(canonicalPolicy))
  const changed = our.filter((policy) => !same.has(canonicalPolicy(policy)))
  if (changed.length === 0) return []

  const isKnown = grantFinder(their.map((policy) => blockOf(policy, accountId)))
  const cells = new Map<string, Cell>()
  for (const { effectKey, effect, groups, places } of changed.map((policy) => blockOf(policy, accountId)))
    for (const [groupKey, group] of groups) {
      const isHeld = isKnown(effectKey + groupKey)
      for (const place of places) {
        if (isHeld(place)) continue
        const key = effectKey + place.key
        const cell = cells.get(key) ?? { effectKey, effect, target: place.target, groups: new Map<string, Group>() }
        cell.groups.set(groupKey, group)
        cells.set(key, cell)
      }
    }
  return toPolicies([...cells.values()])
}

/** Tells of an effect and a group on which places a list of policies has them. */
function grantFinder(blocks: Block[]): (grantKey: string) => (place: Place) => boolean {
  const known = new Map<string, ReadonlySet<string>[]>()
  for (const { effectKey, groups, places } of blocks) {
    const keys = new Set(places.map(({ key }) => key))
    for (const groupKey of groups.keys()) {
      const lists = known.get(effectKey + groupKey) ?? []
      lists.push(keys)
      known.set(effectKey + groupKey, lists)
    }
  }
  return (grantKey) => {
    const lists = known.get(grantKey) ?? []
    return ({ key, inside }) => lists.some((keys) => keys.has(key) || (inside !== null && keys.has(inside)))
  }
}

/** Combines targets with the same groups, so that fewer sentences are needed. */
function toPolicies(cells: Cell[]): WirePolicyInput[] {
  const rows = new Map<string, Pick<Cell, 'effect' | 'groups'> & { targets: ResourceTarget[] }>()
  for (const { effectKey, effect, groups, target } of cells) {
    const key = effectKey + [...groups.keys()].sort().join('\n')
    const row = rows.get(key) ?? { effect, groups, targets: [] }
    row.targets.push(target)
    rows.set(key, row)
  }
  return [...rows.values()].flatMap(({ effect, groups, targets }) =>
    resourcesOf(targets).map((resources) => ({ effect, permission_groups: [...groups.values()], resources })),
  )
}

import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { groupReader, type ReachGroup } from './group-reader.ts'
import { placeReader } from './place-reader.ts'
import { resolver, type Naming, type Outcome, type Statement } from './resolve.ts'

/** What a token reaches with one permission group. */
export type GroupReach = { group: ReachGroup } & Outcome

/** What a token reaches with several permission groups that the same policies name. */
type ReachPart = { groups: ReachGroup[] } & Outcome

/** What a list of policies reaches, and the places of each policy. */
export type Reach = { parts: readonly ReachPart[]; statements: readonly Statement[] }

export const groupsOf = ({ parts }: Reach): GroupReach[] =>
  parts.flatMap(({ groups, places, denies }) => groups.map((group) => ({ group, places, denies })))

/** `catalogue`: without it, the scopes of groups are unknown. */
export type ReachContext = { accountId: string; catalogue?: PermissionGroup[] | undefined }

/**
 * Reads what policies reach, as written: regardless of status, time and address. The same, however the grants are
 * ordered and split over policies. One reader serves all tokens of an account, because it keeps groups and keys.
 */
export function reachReader({ accountId, catalogue }: ReachContext): (policies: readonly WirePolicy[]) => Reach {
  const placesOf = placeReader(accountId)
  const groupOf = groupReader(catalogue)
  const resolve = resolver()
  return (policies) => {
    const statements = policies.map((policy) => ({ policy, places: placesOf(policy.resources) }))
    const parts = sharing(namings(statements, groupOf), statements).map(({ by, groups }) => {
      const { places, denies } = resolve(by, groups[0]?.scopes ?? [])
      // A copy takes no more memory than it needs, and these live on.
      return { groups: groups.slice(), places, denies }
    })
    return { parts, statements }
  }
}

/** Groups of the same scopes that the same policies name. */
type Sharing = { by: Naming; groups: ReachGroup[] }

function sharing(named: ReadonlyMap<ReachGroup, Naming>, statements: readonly Statement[]): Sharing[] {
  const all: Sharing[] = []
  const bySeveral = new Map<string, Sharing>()
  let last: Sharing | undefined
  for (const [group, by] of named) {
    // Groups of one policy follow each other.
    const isLikeLast = last?.by === by && last.groups[0]?.scopes === group.scopes
    const key = Array.isArray(by) ? [...by.map((one) => statements.indexOf(one)), ...group.scopes].join(' ') : null
    const known = key === null ? (isLikeLast ? last : undefined) : bySeveral.get(key)
    if (known) {
      known.groups.push(group)
      continue
    }
    const fresh = { by, groups: [group] }
    all.push(fresh)
    if (key === null) last = fresh
    else bySeveral.set(key, fresh)
  }
  return all
}

/** The policies that name each group, each once. Most groups are in one policy, and need no list. */
function namings(
  statements: readonly Statement[],
  groupOf: ReturnType<typeof groupReader>,
): ReadonlyMap<ReachGroup, Naming> {
  const named = new Map<ReachGroup, Naming>()
  for (const statement of statements) {
    for (const wire of statement.policy.permission_groups) {
      const group = groupOf(wire)
      const by = named.get(group)
      if (!by) named.set(group, statement)
      else if (!Array.isArray(by)) {
        if (by !== statement) named.set(group, [by, statement])
      } else if (by.at(-1) !== statement) by.push(statement)
    }
  }
  return named
}

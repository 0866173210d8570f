import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Scope } from '#domain/resources/scope.ts'
import { groupReader, type ReachGroup } from './group-reader.ts'
import { placeReader } from './place-reader.ts'
import { resolver, type Outcome, type Statement } from './resolve.ts'

/** What a token reaches with one permission group. Groups that the same policies name share their lists. */
export type GroupReach = { group: ReachGroup } & Outcome

/** What a list of policies reaches, and the places of each policy. */
export type Reach = { groups: readonly GroupReach[]; statements: readonly Statement[] }

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
    const known = new Map<string, Outcome>()
    const outcomeOf = (by: Statement[], scopes: readonly Scope[]): Outcome => {
      if (by.length === 1) return resolve(by, scopes)
      const key = [...by.map((statement) => statements.indexOf(statement)), ...scopes].join(' ')
      const outcome = known.get(key) ?? resolve(by, scopes)
      known.set(key, outcome)
      return outcome
    }
    const groups: GroupReach[] = []
    for (const [group, by] of statementsByGroup(statements, groupOf)) {
      const { places, denies } = outcomeOf(by, group.scopes)
      groups.push({ group, places, denies })
    }
    return { groups, statements }
  }
}

/** The policies that name each group, each once. */
function statementsByGroup(
  statements: readonly Statement[],
  groupOf: ReturnType<typeof groupReader>,
): Map<ReachGroup, Statement[]> {
  const named = new Map<ReachGroup, Statement[]>()
  for (const statement of statements) {
    for (const wire of statement.policy.permission_groups) {
      const group = groupOf(wire)
      const by = named.get(group)
      if (!by) named.set(group, [statement])
      else if (by.at(-1) !== statement) by.push(statement)
    }
  }
  return named
}

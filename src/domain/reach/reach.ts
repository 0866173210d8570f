import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Scope } from '#domain/resources/scope.ts'
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
 * `onChange`: a name came that changes what was read before.
 */
export function reachReader(
  { accountId, catalogue }: ReachContext,
  onChange?: () => void,
): (policies: readonly WirePolicy[]) => Reach {
  const placesOf = placeReader(accountId)
  const groupOf = groupReader(catalogue, onChange)
  const resolve = resolver()
  return (policies) => {
    const statements = policies.map((policy) => ({ policy, places: placesOf(policy.resources) }))
    const parts = sharing(statements, groupOf).map(({ by, groups, scopes }) => {
      const { places, denies } = resolve(by, scopes)
      // A copy takes no more memory than it needs, and these live on.
      return { groups: groups.slice(), places, denies }
    })
    return { parts, statements }
  }
}

/**
 * Groups of the same scopes that the same policies name. `narrower` has those of them that one more policy names: each
 * policy takes apart what it names a part of.
 */
type Sharing = { by: Naming; scopes: readonly Scope[]; groups: ReachGroup[]; narrower: Sharing | null }

/** In the order in which the policies name the groups. */
function sharing(statements: readonly Statement[], groupOf: ReturnType<typeof groupReader>): Sharing[] {
  const shared = new Map<ReachGroup, Sharing>()
  for (const statement of statements) {
    const firstNamed: Sharing[] = []
    for (const wire of statement.policy.permission_groups) {
      const group = groupOf(wire)
      const known = shared.get(group)
      if (!known) {
        // Of few kinds: most policies have groups of one scope.
        let alike = firstNamed.find(({ scopes }) => scopes === group.scopes)
        if (!alike) firstNamed.push((alike = namedBy(statement, group.scopes)))
        shared.set(group, alike)
      } else if (!isNamedBy(known, statement)) shared.set(group, narrowed(known, statement))
    }
  }
  const all: Sharing[] = []
  for (const [group, one] of shared) {
    if (one.groups.push(group) === 1) all.push(one)
  }
  return all
}

const namedBy = (by: Naming, scopes: readonly Scope[]): Sharing => ({ by, scopes, groups: [], narrower: null })

const isNamedBy = ({ by }: Sharing, statement: Statement) =>
  Array.isArray(by) ? by.at(-1) === statement : by === statement

function narrowed(known: Sharing, statement: Statement): Sharing {
  const { by, scopes } = known
  if (!known.narrower || !isNamedBy(known.narrower, statement))
    known.narrower = namedBy(Array.isArray(by) ? [...by, statement] : [by, statement], scopes)
  return known.narrower
}

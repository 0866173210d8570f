import type { WirePolicy } from '#domain/policy/wire.ts'
import type { AccessLevel } from './access-level.ts'
import { NO_ACCESS } from './matrix-cell.ts'
import { cellsOf, columnsReader, type MatrixColumn } from './matrix.ts'
import { reachReader, type Reach, type ReachContext } from './reach.ts'

/** A policy behind a cell, by its place in the token from 0, with the permission groups of the column alone. */
type PolicyBehind = { index: number; policy: WirePolicy; level: AccessLevel }

/** The policies that name something of a column, each with what it alone comes to. */
export function policiesFor(
  { parts, statements }: Reach,
  { key }: MatrixColumn,
  context: ReachContext,
): PolicyBehind[] {
  const columnsOf = columnsReader(context.catalogue)
  const read = reachReader(context)
  const isOfColumn = new Set(
    parts
      .flatMap(({ groups }) => groups)
      .filter((group) => Object.values(columnsOf(group)).includes(key))
      .map(({ id }) => id),
  )
  return statements.flatMap(({ policy }, index) => {
    const groups = policy.permission_groups.filter(({ id }) => isOfColumn.has(id))
    if (groups.length === 0) return []
    const named = { ...policy, permission_groups: groups }
    const { level } = cellsOf(read([named]), columnsOf).get(key) ?? NO_ACCESS
    return [{ index, policy: named, level }]
  })
}

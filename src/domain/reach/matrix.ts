import { categoryLabel } from '#domain/permission-groups/catalogue.ts'
import { sortName } from '#domain/text/sort-name.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { LevelKind } from '#domain/permission-groups/group-name.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupLevel, placeLevel, rankOf, type AccessLevel } from './access-level.ts'
import type { ReachGroup } from './group-reader.ts'
import type { MatrixCell } from './matrix-cell.ts'
import type { Reach } from './reach.ts'
import type { PlaceReach } from './resolve.ts'
import type { TokenReach } from './token-reach.ts'

/** A family of products, or one of its products. `family` is the key of the family that a product belongs to. */
export type MatrixColumn = { key: string; label: string; family: string | null }

/** A family that some token has a permission of, with its products that tokens have permissions of. */
type MatrixFamily = MatrixColumn & { products: MatrixColumn[] }

/** `breadth` orders tokens by what they can do: first by products they change everywhere, then by those they change. */
export type MatrixRow = { reach: TokenReach; breadth: number; sortName: string }

export type Matrix = { rows: MatrixRow[]; families: MatrixFamily[] }

type ColumnsOf = (group: ReachGroup) => { family: string; product: string }

/** After so many permission groups the page may react. */
const SLICE = 4000
const OTHER = 'other'

/** The columns of a permission group. Without a catalogue nothing tells its family. */
export function columnsReader(catalogue: PermissionGroup[] | undefined): ColumnsOf {
  const listed = catalogue && groupsById(catalogue)
  const known = new WeakMap<ReachGroup, { family: string; product: string; named: string }>()
  return (group) => {
    const found = known.get(group)
    // Another token may tell the name of a group later.
    if (found?.named === group.product) return found
    const family = listed?.get(group.id)?.category ?? OTHER
    const made = { family, product: `${family}/${group.product}`, named: group.product }
    known.set(group, made)
    return made
  }
}

/** Reads tokens in slices, as `tokenReachReader` does: one that was read before costs nothing. */
export function matrixReader(
  catalogue: PermissionGroup[] | undefined,
): (tokens: readonly TokenReach[]) => Generator<number, Matrix, void> {
  const columnsOf = columnsReader(catalogue)
  const known = new WeakMap<TokenReach, { row: MatrixRow; columns: ReachGroup[] }>()
  return function* slices(tokens) {
    const rows: MatrixRow[] = []
    const used = new Map<string, ReachGroup>()
    let work = 0
    for (const reach of tokens) {
      const read = known.get(reach) ?? readRow(reach, columnsOf)
      if (!known.has(reach)) {
        known.set(reach, read)
        work += reach.parts.reduce((sum, { groups, places }) => sum + groups.length + places.length, 1)
      }
      rows.push(read.row)
      for (const group of read.columns) used.set(columnsOf(group).product, group)
      if (work < SLICE) continue
      work = 0
      yield rows.length
    }
    return { rows, families: familiesOf(used.values(), columnsOf) }
  }
}

/** The levels that count, each worth more than any number of products with the next. */
const BY_BREADTH: AccessLevel[] = ['everywhere', 'change', 'unknown', 'run', 'read']
const MOST = 999

function readRow(reach: TokenReach, columnsOf: ColumnsOf): { row: MatrixRow; columns: ReachGroup[] } {
  const products = new Map<string, { level: AccessLevel; group: ReachGroup }>()
  for (const part of reach.parts) {
    const levels = new Map<LevelKind, AccessLevel>()
    for (const group of part.groups) {
      const level = levels.get(group.kind) ?? groupLevel({ ...part, group })
      levels.set(group.kind, level)
      const { product } = columnsOf(group)
      const known = products.get(product)
      if (!known || rankOf(level) > rankOf(known.level)) products.set(product, { level, group })
    }
  }
  const found = [...products.values()].filter(({ level }) => level !== 'none')
  const amounts = BY_BREADTH.map((wanted) => found.filter(({ level }) => level === wanted).length)
  const breadth = amounts.reduce((sum, amount) => sum * (MOST + 1) + Math.min(amount, MOST), 0)
  return {
    row: { reach, breadth, sortName: sortName(reach.token.name) },
    columns: found.map(({ group }) => group),
  }
}

function familiesOf(groups: Iterable<ReachGroup>, columnsOf: ColumnsOf): MatrixFamily[] {
  const families = new Map<string, MatrixFamily>()
  for (const group of groups) {
    const { family, product } = columnsOf(group)
    const known = families.get(family) ?? { key: family, label: categoryLabel(family), family: null, products: [] }
    families.set(family, known)
    known.products.push({ key: product, label: group.product, family })
  }
  const inOrder = <Column extends MatrixColumn>(columns: Column[]) =>
    columns.toSorted((a, b) => Number(a.key === OTHER) - Number(b.key === OTHER) || compare(a.label, b.label))
  return inOrder([...families.values()]).map((family) => ({ ...family, products: inOrder(family.products) }))
}

const compare = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare

/** The cells of a token by column; a column that is missing has no access. */
export function cellsOf(reach: Reach, columnsOf: ColumnsOf): ReadonlyMap<string, MatrixCell> {
  const found = new Map<string, { level: AccessLevel; held: Set<MatrixCell['parts']> }>()
  for (const part of reach.parts) {
    const byKind = new Map<LevelKind, MatrixCell>()
    for (const group of part.groups) {
      const cell = byKind.get(group.kind) ?? strongestIn(group, part)
      byKind.set(group.kind, cell)
      if (cell.level === 'none') continue
      const { family, product } = columnsOf(group)
      for (const key of [family, product]) {
        const known = found.get(key)
        if (!known || rankOf(cell.level) > rankOf(known.level))
          found.set(key, { level: cell.level, held: new Set([cell.parts]) })
        else if (cell.level === known.level) known.held.add(cell.parts)
      }
    }
  }
  return new Map(Array.from(found, ([key, { level, held }]) => [key, { level, parts: [...held].flat() }]))
}

/** The cells of tokens, computed once for each. */
export function cellsReader(
  catalogue: PermissionGroup[] | undefined,
): (reach: TokenReach) => ReadonlyMap<string, MatrixCell> {
  const columnsOf = columnsReader(catalogue)
  const known = new WeakMap<TokenReach, ReadonlyMap<string, MatrixCell>>()
  return (reach) => {
    const cells = known.get(reach) ?? cellsOf(reach, columnsOf)
    known.set(reach, cells)
    return cells
  }
}

/** What a group can do at most, and where. */
function strongestIn(group: ReachGroup, { places, denies }: Reach['parts'][number]): MatrixCell {
  const level = groupLevel({ group, places, denies })
  const isAt = (held: PlaceReach) => placeLevel(group, held) === level
  if (level !== 'denied') return { level, parts: places.filter(isAt) }
  return { level, parts: denies.map((place) => ({ place, except: [] })) }
}

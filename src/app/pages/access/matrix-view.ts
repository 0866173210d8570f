import { findByName } from '#domain/inventory/find-by-name.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { effectiveAt } from '#domain/reach/effective.ts'
import type { Matrix, MatrixColumn } from '#domain/reach/matrix.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'

/** The families, and the products of those that are open. Without a catalogue there are products alone. */
export function columnsShown(
  { families }: Matrix,
  catalogue: PermissionGroup[] | undefined,
  open: ReadonlySet<string>,
): MatrixColumn[] {
  if (!catalogue) return families.flatMap(({ products }) => products)
  return families.flatMap((family) => (open.has(family.key) ? [family, ...family.products] : [family]))
}

/** `now`: only tokens that may work at that time (ms since 1970); `null` for all, as they are written. */
type View = { words: string; isByName: boolean; now: number | null }

type Shown = {
  tokens: TokenReach[]
  /** So many tokens do not work now, and are left out. */
  left: number
  isInactive: (token: TokenReach) => boolean
}

/** The rows of the matrix in their order. */
export function tokensShown({ rows }: Matrix, { words, isByName, now }: View): Shown {
  const query = words.trim()
  const found = query
    ? new Set(
        findByName(
          rows.map(({ reach }) => reach.token),
          query,
          rows.length,
        ).map(({ id }) => id),
      )
    : null
  const matching = found ? rows.filter(({ reach }) => found.has(reach.token.id)) : rows
  const works = ({ token }: TokenReach) => effectiveAt(token, { now: now ?? Date.now() }).works !== 'no'
  const working = now === null ? matching : matching.filter(({ reach }) => works(reach))
  const byName = (a: TokenReach, b: TokenReach) => compare(a.token.name, b.token.name)
  const tokens = working
    .toSorted((a, b) => (isByName ? 0 : b.breadth - a.breadth) || byName(a.reach, b.reach))
    .map(({ reach }) => reach)
  return { tokens, left: matching.length - working.length, isInactive: (token) => !works(token) }
}

const compare = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare

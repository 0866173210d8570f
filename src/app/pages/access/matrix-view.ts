import { findByName } from '#domain/inventory/find-by-name.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { effectiveAt } from '#domain/reach/effective.ts'
import type { Matrix, MatrixColumn, MatrixRow } from '#domain/reach/matrix.ts'
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

/** The rows, the widest first or by name. */
export const inOrder = (rows: MatrixRow[], isByName: boolean): TokenReach[] =>
  rows
    .toSorted((a, b) => (isByName ? 0 : b.breadth - a.breadth) || compare(a.sortName, b.sortName))
    .map(({ reach }) => reach)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Whether a token may work at a time (ms since 1970). */
export const worksAt = ({ token }: TokenReach, now: number): boolean => effectiveAt(token, { now }).works !== 'no'

/** The tokens whose name or ID has the words, in their order. */
export function withWords(tokens: TokenReach[], words: string): TokenReach[] {
  const query = words.trim()
  if (!query) return tokens
  const found = findByName(
    tokens.map(({ token }) => token),
    query,
    tokens.length,
  )
  const ids = new Set(found.map(({ id }) => id))
  return tokens.filter(({ token }) => ids.has(token.id))
}

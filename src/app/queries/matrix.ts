import { queryOptions } from '@tanstack/react-query'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { matrixReader, type Matrix } from '#domain/reach/matrix.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

type Catalogue = PermissionGroup[] | undefined

/** A reader remembers the tokens it has read, so that a growing inventory costs what is new in it. */
let last: { catalogue: Catalogue; read: ReturnType<typeof matrixReader> } | null = null

function readerFor(catalogue: Catalogue) {
  if (last?.catalogue !== catalogue || !last) last = { catalogue, read: matrixReader(catalogue) }
  return last.read
}

/** The rows and columns of a matrix, computed while the page stays usable. */
export const matrixQuery = (reach: TokenReach[] | undefined, catalogue: Catalogue) =>
  queryOptions<Matrix>({
    queryKey: ['matrix', identityOf(reach), identityOf(catalogue)],
    queryFn: ({ signal }) => runSteps(readerFor(catalogue)(reach ?? []), signal),
    enabled: reach !== undefined,
    ...COMPUTED,
  })

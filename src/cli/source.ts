import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Token } from '#domain/token/token.ts'

/** The tokens to judge, and what is known beside them. */
export type Source = {
  accountId: string
  tokens: Token[]
  /** `undefined` when it cannot be read. */
  catalogue: PermissionGroup[] | undefined
  isComplete: boolean
  totalCount: number | null
  ownTokenId: string | null
  isReadOnlyServer: boolean
  zoneCount?: number
  bucketCount?: number
  /** What could not be read, a sentence each. */
  notes: string[]
}

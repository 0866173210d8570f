import type { Listings } from '#domain/findings/context.ts'
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
  listings?: Listings
  /** The token that reads the account, if it is one of its own. */
  ownToken?: Token
  /** What could not be read, a sentence each. */
  notes: string[]
}

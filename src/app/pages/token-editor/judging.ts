import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Token } from '#domain/token/token.ts'

/** What a form's values are judged against. Rules are for what is new or touched: what the API holds may stay. */
export type Judging = { accountId: string; stored: Token | null; catalogue: PermissionGroup[] | undefined }

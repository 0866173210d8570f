import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Scope } from '#domain/resources/scope.ts'
import type { Operation } from './operation.ts'

/** A resource that a request names; `id` is `null` where it names none of that kind, so that any may do. */
export type NeededOn = { scope: Scope; id: string | null }

/** One permission group that suffices for a request, and on what. */
export type NeedOption = { group: PermissionGroup; on: NeededOn }

/**
 * - `exact`: one permission group allows it
 * - `any`: any one of several does
 * - `unpublished`: nothing is known of the operation, or it is not known
 * - `user-only`: user tokens alone can call it
 * - `unsupported`: the product refuses account tokens
 */
export type NeedState = 'exact' | 'any' | 'unpublished' | 'user-only' | 'unsupported'

/** What one request needs of an account token. */
export type Need = {
  state: NeedState
  /** `null` for a permission group that an error names, and for an unknown path. */
  operation: Operation | null
  /** From the narrowest, those of the phase first; none unless `exact` or `any`. */
  options: NeedOption[]
  /** Names of groups that the account's catalogue does not have. */
  missing: string[]
  /** The account in the path, which may be another one. */
  accountId: string | null
  /** The phase of rulesets that the path names: its rules have a permission group of their own. */
  phase?: string
}

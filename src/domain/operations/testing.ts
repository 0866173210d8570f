import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, ZONE_SCOPE, type Scope } from '#domain/resources/scope.ts'
import type { Need, NeedOption } from './need.ts'
import { bestFirst } from './option-cost.ts'

export const ZONE_1 = '1'.repeat(32)
export const ZONE_2 = '2'.repeat(32)

/** A group of a test, with the ID that the groups of `#domain/reach/testing.ts` have. */
export const group = (name: string, scope: Scope, fields: Partial<PermissionGroup> = {}): PermissionGroup => ({
  id: `id of ${name}`,
  name,
  scopes: [scope],
  category: null,
  description: null,
  isSelectable: true,
  deprecation: null,
  ...fields,
})

export const onZone = (name: string, id: string | null = ZONE_1): NeedOption => ({
  group: group(name, ZONE_SCOPE),
  on: { scope: ZONE_SCOPE, id },
})

export const onAccount = (name: string, id: string | null = null): NeedOption => ({
  group: group(name, ACCOUNT_SCOPE),
  on: { scope: ACCOUNT_SCOPE, id },
})

/** What a request needs, any one of the options, in the order that they have in a need. The path is that of its operation. */
export function needing(options: NeedOption[], path?: string, fields: Partial<Need> = {}): Need {
  const operation: Need['operation'] =
    path === undefined
      ? null
      : { method: 'GET', path, title: '', groups: [], evidence: 'marked', pages: [], operationId: null }
  return {
    state: options.length === 1 ? 'exact' : 'any',
    operation,
    options: bestFirst(options, operation),
    missing: [],
    accountId: null,
    ...fields,
  }
}

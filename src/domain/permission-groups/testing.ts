import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import type { PermissionGroup } from './permission-group.ts'

/** A group whose ID is its name. */
export const groupNamed = (name: string, fields: Partial<PermissionGroup> = {}): PermissionGroup => ({
  id: name,
  name,
  scopes: [ACCOUNT_SCOPE],
  category: 'brand_new',
  description: null,
  isSelectable: true,
  deprecation: null,
  ...fields,
})

import { expect, test } from 'vitest'
import { ACCOUNT_SCOPE, WORKER_SCOPE } from '#domain/resources/scope.ts'
import type { PermissionGroup } from './permission-group.ts'
import { successorOf } from './successors.ts'

const TAIL_READ = '05880cd1bdc24d8bae0be2136972816b'

const group = (fields: Partial<PermissionGroup> = {}): PermissionGroup => ({
  id: 'new',
  name: 'Workers Metadata Read-Only',
  scopes: [ACCOUNT_SCOPE],
  category: null,
  description: null,
  isSelectable: true,
  deprecation: null,
  ...fields,
})

test.each<[string, string, PermissionGroup[], string | null]>([
  ['by name', TAIL_READ, [group()], 'new'],
  ['of the same scope', TAIL_READ, [group({ id: 'single', scopes: [WORKER_SCOPE] }), group()], 'new'],
  ['not of another scope', TAIL_READ, [group({ scopes: [WORKER_SCOPE] })], null],
  ['not of a group that has none', 'f00d', [group()], null],
  ['not outside the catalogue', TAIL_READ, [group({ name: 'Workers Editor' })], null],
  ['not of two', TAIL_READ, [group(), group({ id: 'other' })], null],
  ['not one that ends', TAIL_READ, [group({ deprecation: { eolAt: null } })], null],
  ['not one that may not be chosen', TAIL_READ, [group({ isSelectable: false })], null],
])('a replacement is found %s', (_, id, catalogue, expected) => {
  expect(successorOf(id, catalogue)?.id ?? null).toBe(expected)
})

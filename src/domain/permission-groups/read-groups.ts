import { spelledOut } from '#domain/text/hidden.ts'
import { readDeprecation } from './deprecation.ts'
import type { PermissionGroup } from './permission-group.ts'

/** The catalogue of an account; `null` for a list without any group, because every account has some. */
export function readWholeCatalogue(items: unknown[]): PermissionGroup[] | null {
  const groups = readPermissionGroups(items)
  return groups.length > 0 ? groups : null
}

/** Reads permission groups that the API sent. An item without an id is left out. */
export function readPermissionGroups(items: unknown[]): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>()
  for (const item of items) {
    const group = readGroup(item)
    // Two rows with one id would be ticked together.
    if (group && !groups.has(group.id)) groups.set(group.id, group)
  }
  return [...groups.values()]
}

function readGroup(item: unknown): PermissionGroup | null {
  if (typeof item !== 'object' || item === null) return null
  const wire = item as Partial<Record<string, unknown>>
  const id = textOf(wire['id'])
  if (!id) return null
  const scopes: unknown[] = Array.isArray(wire['scopes']) ? wire['scopes'] : [wire['scopes']]
  return {
    id,
    name: shownText(wire['name']) ?? id,
    scopes: scopes.flatMap((scope) => textOf(scope) ?? []),
    category: shownText(wire['category']),
    description: shownText(wire['description']),
    isSelectable: wire['is_selectable'] !== false && wire['is_selectable'] !== 'false',
    deprecation: readDeprecation(wire['meta']),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The texts are read, searched and put into sentences, and never sent: nothing in them is invisible. */
function shownText(value: unknown): string | null {
  const text = textOf(value)
  return text && spelledOut(text)
}

import { keep, readKept } from './kept-in-tab.ts'
import { isEditorResources } from '#domain/policy/editor-resources.ts'
import type { VisualPolicy } from '#domain/policy/editor-policy.ts'
import { isObject } from '#domain/text/is-object.ts'

/**
 * A token that was read from a file, on its way to the editor. It waits in the tab's
 * storage, so that a reload of the editor still has it; it never holds a secret.
 */
const keyOf = (id: string) => `token-desk.brought.${id}`

/** Keeps a body for the editor and returns the id to open it by; `null` where the storage is closed or full. */
export function keepImportedToken(body: Record<string, unknown>): string | null {
  // `randomUUID` is for secure pages only, and a server in one's own network may have no certificate.
  const [id = ''] = [...crypto.getRandomValues(new Uint32Array(1))].map((number) =>
    number.toString(16).padStart(8, '0'),
  )
  return keep(keyOf(id), JSON.stringify(body)) ? id : null
}

/** Keeps policies of which the user still has to choose resources; no request could have those. */
export const keepPolicies = (policies: readonly VisualPolicy[]): string | null => keepImportedToken({ set: policies })

/** Policies that were kept for a new token; `null` for an imported token. */
export function keptPolicies(id: string): VisualPolicy[] | null {
  const set: unknown = importedToken(id)?.['set']
  return Array.isArray(set) && set.every(isVisual) ? set : null
}

/** The tab wrote it itself; this only keeps a text of an older version from breaking the form. */
const isVisual = (policy: unknown): policy is VisualPolicy =>
  isObject(policy) && Array.isArray(policy['permissionGroups']) && isEditorResources(policy['resources'])

export function importedToken(id: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(readKept(keyOf(id)) ?? 'null')
    return isObject(body) ? body : null
  } catch {
    return null
  }
}

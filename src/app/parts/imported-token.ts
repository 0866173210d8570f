import { readStored, store } from '#app/ui/storage.ts'
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
  return store('sessionStorage', keyOf(id), JSON.stringify(body)) ? id : null
}

export function importedToken(id: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(readStored('sessionStorage', keyOf(id)) ?? 'null')
    return isObject(body) ? body : null
  } catch {
    return null
  }
}

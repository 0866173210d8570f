type Storage = 'localStorage' | 'sessionStorage'

/** What the browser stored for this site, or for this tab; `null` also where its storage is closed. */
export function readStored(storage: Storage, key: string): string | null {
  try {
    return globalThis[storage].getItem(key)
  } catch {
    return null
  }
}

/** Stores a text (`null`: removes it). Returns whether the browser did: its storage may be closed or full. */
export function store(storage: Storage, key: string, text: string | null): boolean {
  try {
    if (text === null) globalThis[storage].removeItem(key)
    else globalThis[storage].setItem(key, text)
    return true
  } catch {
    return false
  }
}

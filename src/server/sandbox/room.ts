import { ApiError } from './api-error.ts'

/** Limit for what callers may store in one account, in characters of JSON. */
const MAX_SIZE = 16_000_000

/** Tracks the size of what callers store in an account, item by item, so that it cannot grow without limit. */
export type Room = {
  /** Sets the size of an item, replacing its old size. Throws when the account is full. */
  set: (thing: string, size: number) => void
  free: (thing: string) => void
  /** The total size. */
  size: () => number
}

export function createRoom(): Room {
  const sizes = new Map<string, number>()
  let all = 0
  return {
    set: (thing, size) => {
      const after = all - (sizes.get(thing) ?? 0) + size
      if (after > MAX_SIZE) {
        const message = 'This account of the sandbox is full. Delete tokens, or make it anew with a scenario.'
        throw new ApiError(400, { code: 1001, message })
      }
      sizes.set(thing, size)
      all = after
    },
    free: (thing) => {
      all -= sizes.get(thing) ?? 0
      sizes.delete(thing)
    },
    size: () => all,
  }
}

import { ApiError } from './api-error.ts'

/** What callers may leave in one account, in characters of JSON. */
const MAX_SIZE = 16_000_000

/** Counts what callers leave in an account, thing by thing, so that it cannot grow without end. */
export type Room = {
  /** A thing has this size now, whatever it had before; refuses when the account is full. */
  set: (thing: string, size: number) => void
  free: (thing: string) => void
  /** Of all things. */
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

import { closeSync, openSync, readSync } from 'node:fs'

/** Reads at most `limit` bytes of a file. It may be a pipe, so its size is not known in advance. */
export function readFile(path: string, limit: number): Uint8Array {
  const bytes = new Uint8Array(limit)
  const file = openSync(path, 'r')
  try {
    let length = 0
    for (let read = -1; read !== 0 && length < limit; length += read) {
      read = readSync(file, bytes, length, limit - length, null)
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

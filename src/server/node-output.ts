import { fstatSync, writeSync } from 'node:fs'

/** Where lines go, and whether they got there. */
export type Output = {
  print: (line: string) => void
  /** Whether the line printed last has been written. */
  isWritten: () => Promise<boolean>
}

/** Somewhere to write to: answers whether the whole line is there. */
export type Writer = (line: string) => Promise<boolean>

/** A reader that stalls is waited for this long; then the line counts as not written. */
const STALL_MS = 2_000
/** What a stalled reader has not taken is kept up to this size. */
const MAX_BACKLOG_BYTES = 1024 * 1024

/**
 * Prints to the first writer that takes a line whole: whoever reads the log may go away, or the disk may be full,
 * and the server goes on. When no writer takes it, it is not written, which `isWritten` says.
 */
export function createOutput(writers: readonly Writer[], stallMs = STALL_MS): Output {
  let last: Promise<boolean> = Promise.resolve(true)
  const write = async (line: string): Promise<boolean> => {
    for (const writer of writers) if (await writer(line)) return true
    return false
  }
  return {
    print: (line) => void (last = write(line)),
    isWritten: () => Promise.race([last, stalled(stallMs)]),
  }
}

const stalled = (ms: number) => new Promise<false>((resolve) => setTimeout(resolve, ms, false).unref())

/** Writes to an open file, a pipe or a terminal of the process: 1 or 2. */
export const writerOf = (stream: NodeJS.WriteStream & { fd: number }): Writer =>
  fstatSync(stream.fd).isFile() ? fileWriter(stream.fd) : streamWriter(stream)

/** Until every byte is there: a full disk takes half a line without a word. It is tried again with each line. */
function fileWriter(fd: number): Writer {
  let isCut = false
  return (line) => {
    try {
      const bytes = Buffer.from(`${isCut ? '\n' : ''}${line}\n`)
      isCut = false
      for (let done = 0; done < bytes.length; done += writeSync(fd, bytes, done)) isCut = done > 0
      isCut = false
      return Promise.resolve(true)
    } catch {
      return Promise.resolve(false)
    }
  }
}

function streamWriter(stream: NodeJS.WriteStream): Writer {
  let isOpen = true
  const close = () => void (isOpen = false)
  // Without a listener the error of a closed pipe ends the process.
  stream.on('error', close)
  return (line) =>
    new Promise((resolve) => {
      if (!isOpen || stream.writableLength > MAX_BACKLOG_BYTES) return resolve(false)
      stream.write(`${line}\n`, (error) => {
        if (error) close()
        resolve(!error)
      })
    })
}

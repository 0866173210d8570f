import { fstatSync, writeSync } from 'node:fs'

/** Prints lines, and knows whether they were written. */
export type Output = {
  print: (line: string) => void
  /** Whether the last line was written. */
  isWritten: () => Promise<boolean>
}

/** Writes a line. Resolves with whether all of it was written. */
export type Writer = (line: string) => Promise<boolean>

/** How long to wait for a stalled reader before the line counts as not written. */
const STALL_MS = 2_000
/** The most to buffer for a stalled reader. */
const MAX_BACKLOG_BYTES = 1024 * 1024

/**
 * Prints to the first writer that takes a whole line. The log's reader may go away or the disk may fill up, and the
 * server goes on. When no writer takes the line, `isWritten` says so.
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

/** Writes to stream 1 or 2 of the process: a file, a pipe or a terminal. */
export const writerOf = (stream: NodeJS.WriteStream & { fd: number }): Writer =>
  fstatSync(stream.fd).isFile() ? fileWriter(stream.fd) : streamWriter(stream)

/** Writes until every byte is on disk: a full disk accepts part of a line without an error. Each line tries again. */
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
  // An unhandled error of a closed pipe would end the process.
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

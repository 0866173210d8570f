type Stream = NodeJS.WritableStream

/** Where lines go, and whether they got there. */
export type Output = {
  print: (line: string) => void
  /** Whether the lines printed so far have been written. */
  isWritten: () => Promise<boolean>
}

/**
 * Prints to the first stream for as long as somebody reads it, then to the second: whoever reads the log may
 * go away, and the server goes on. When both are gone nothing is written, which `isWritten` says.
 */
export function createOutput(streams: readonly Stream[]): Output {
  const open = [...streams]
  let last: Promise<boolean> = Promise.resolve(true)
  // Without a listener the error of a closed pipe ends the process.
  for (const stream of streams) stream.on('error', () => close(stream))
  const close = (stream: Stream) => {
    const index = open.indexOf(stream)
    if (index !== -1) open.splice(index, 1)
  }

  const write = (line: string): Promise<boolean> => {
    const [stream] = open
    if (!stream) return Promise.resolve(false)
    return new Promise((resolve) => {
      stream.write(`${line}\n`, (error) => {
        if (!error) return resolve(true)
        close(stream)
        return resolve(write(line))
      })
    })
  }
  return {
    print: (line) => void (last = write(line)),
    isWritten: () => last,
  }
}

import { readOpenApi, type OpenApiRead } from '#domain/operations/open-api/read-open-api.ts'

/** What the worker says of the file it was sent: how many bytes it has read, and at last the result. */
export type WorkerReport = { kind: 'read'; bytes: number } | { kind: 'done'; result: OpenApiRead }

const SLICE_BYTES = 512 * 1024

addEventListener('message', ({ data }: MessageEvent<File>) => void read(data))

async function read(file: File): Promise<void> {
  report({ kind: 'done', result: await textOf(file).then(readOpenApi, unreadable) })
}

/** In slices, so that the page can show how far it is. */
async function textOf(file: File): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for (let from = 0; from < file.size; from += SLICE_BYTES) {
    const bytes = await file.slice(from, from + SLICE_BYTES).arrayBuffer()
    text += decoder.decode(bytes, { stream: true })
    report({ kind: 'read', bytes: Math.min(from + SLICE_BYTES, file.size) })
  }
  return text + decoder.decode()
}

/** The decoder throws a `TypeError`; a file that has changed or gone since it was chosen, a `DOMException`. */
const unreadable = (error: unknown): OpenApiRead => ({
  ok: false,
  message:
    error instanceof TypeError ? 'This is not a text file in UTF-8.' : 'The file can’t be read. Choose it again.',
})

const report = (report: WorkerReport) => postMessage(report)

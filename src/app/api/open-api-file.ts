import type { OpenApiRead } from '#domain/operations/open-api/read-open-api.ts'
import type { WorkerReport } from './open-api-worker.ts'
// A query of Vite's: the address of the file, built as a worker.
// oxlint-disable-next-line import/default
import workerUrl from './open-api-worker.ts?worker&url'

/** The vendor's file has about 15 MB. */
const MAX_MB = 60

export type ReadFileOptions = {
  /** Ends the worker. */
  signal: AbortSignal
  onProgress: (bytes: number) => void
}

/**
 * Reads an API description from a file in a worker: the page stays usable, and there is nothing to wait for when the
 * user stops it. Rejects when `signal` is aborted, or when the worker does not start.
 */
export async function readOpenApiFile(file: File, { signal, onProgress }: ReadFileOptions): Promise<OpenApiRead> {
  if (file.size > MAX_MB * 1024 * 1024) return { ok: false, message: `This file is too large (max ${MAX_MB} MB).` }
  signal.throwIfAborted()
  const worker = startWorker()
  try {
    return await new Promise<OpenApiRead>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      worker.addEventListener('error', () => reject(new Error('The worker failed.')))
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerReport>) => {
        if (data.kind === 'done') resolve(data.result)
        else onProgress(data.bytes)
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(file)
    })
  } finally {
    worker.terminate()
  }
}

/** Typed by hand: TypeScript does not know Trusted Types yet. */
type TrustedTypes = {
  createPolicy: (name: string, rules: { createScriptURL: () => string }) => { createScriptURL: (url: string) => string }
}

/** The page's policy lets through this one policy of Trusted Types, which knows one address. It can be made once. */
let trusted: string | null = null

function startWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trusted ??=
    trustedTypes?.createPolicy('worker', { createScriptURL: () => workerUrl }).createScriptURL('') ?? workerUrl
  return new Worker(trusted, { type: 'module' })
}

/** A GET that the page's inline script has sent before the app's code was loaded (`src/app/early.ts`). */
export type EarlyRequest = { answer: Promise<Response>; abort: (reason?: unknown) => void }

declare global {
  /** By absolute URL. Each is taken once. */
  var earlyRequests: Map<string, EarlyRequest> | undefined
}

/** The app's first queries run as soon as its code is loaded. An answer that none of them takes only grows old. */
const UNUSED_AFTER_MS = 5_000

if (globalThis.earlyRequests) setTimeout(dropEarlyRequests, UNUSED_AFTER_MS)

/** A GET that is on its way already, if there is one for an address. */
export function takeEarlyRequest(url: string): EarlyRequest | undefined {
  const early = globalThis.earlyRequests?.get(url)
  globalThis.earlyRequests?.delete(url)
  return early
}

/** The answer to a request that was taken, which ends with `signal`. */
export function answerUntil({ answer, abort }: EarlyRequest, signal: AbortSignal): Promise<Response> {
  const end = () => abort(signal.reason)
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return answer
}

function dropEarlyRequests(): void {
  for (const { abort } of globalThis.earlyRequests?.values() ?? []) abort()
  globalThis.earlyRequests = undefined
}

/** A GET that the page's inline script has sent before the app's code was loaded (`src/app/early.ts`). */
export type EarlyRequest = { answer: Promise<Response>; abort: (reason?: unknown) => void }

declare global {
  /** By absolute URL. Each is taken once. */
  var earlyRequests: Map<string, EarlyRequest> | undefined
}

/** The app's first queries run as soon as its code is loaded. An answer that none of them takes only grows old. */
const UNUSED_AFTER_MS = 5_000

if (globalThis.earlyRequests) setTimeout(dropEarlyRequests, UNUSED_AFTER_MS)

/** The answer to a GET that is on its way already, if there is one for an address. It ends with the signal of `until`. */
export function takeEarlyAnswer(url: string, until: () => AbortSignal): Promise<Response> | undefined {
  const early = globalThis.earlyRequests?.get(url)
  if (!early) return undefined
  globalThis.earlyRequests?.delete(url)
  const signal = until()
  const end = () => early.abort(signal.reason)
  if (signal.aborted) end()
  else signal.addEventListener('abort', end)
  return early.answer
}

function dropEarlyRequests(): void {
  for (const { abort } of globalThis.earlyRequests?.values() ?? []) abort()
  globalThis.earlyRequests = undefined
}

/** A GET that the page's inline script has sent before the app's code was loaded (`src/app/early.ts`). */
export type EarlyRequest = { answer: Promise<Response>; abort: () => void }

declare global {
  /** By absolute URL. Each is taken once. */
  var earlyRequests: Map<string, EarlyRequest> | undefined
}

/** The app's first queries run as soon as its code is loaded. An answer that none of them takes only grows old. */
const UNUSED_AFTER_MS = 5_000

if (globalThis.earlyRequests) setTimeout(dropEarlyRequests, UNUSED_AFTER_MS)

/** The answer to a GET that is on its way already; `null` where there is none. It fails as a fetch fails. */
export function takeEarlyRequest(
  url: string,
  method: string | undefined,
  signal: AbortSignal,
): Promise<Response> | null {
  const early = method === 'GET' ? globalThis.earlyRequests?.get(url) : undefined
  if (!early) return null
  globalThis.earlyRequests?.delete(url)
  if (signal.aborted) early.abort()
  else signal.addEventListener('abort', early.abort, { once: true })
  return early.answer
}

function dropEarlyRequests(): void {
  for (const { abort } of globalThis.earlyRequests?.values() ?? []) abort()
  globalThis.earlyRequests = undefined
}

/** Of answers that failed, by their headers: those are what the SDK hands on. */
const calls = new WeakMap<Headers, string>()

/** Remembers which request an answer without success belongs to. */
export function noteCall({ headers, url }: Pick<Response, 'headers' | 'url'>, method: string): void {
  const path = /\/v4(\/[^?#]*)/.exec(url)?.[1]
  if (path) calls.set(headers, `${method} ${path}`)
}

/** The request of a failed answer: `GET /accounts/…/tokens`. `null` for those of the app's own server. */
export const callOf = (headers: Headers | undefined): string | null => (headers && calls.get(headers)) ?? null

import type { Envelope } from './envelope.ts'

/** The wait after a rate limit that names none. */
const DEFAULT_SECONDS = 5
/** A rate limit of Cloudflare's is over after five minutes, so a longer wait is taken for a mistake. */
const LONGEST_SECONDS = 15 * 60
/** The API's code of a rate limit, which may come with any status (`docs/api-behaviour.md` §1.2). */
const RATE_LIMITED = 971

/** How long a client should wait, in seconds, which is one of the forms that the header may have. */
export function retryAfter({ status, headers }: Response, envelope: Envelope | null): Record<string, string> {
  const header = headers.get('retry-after') ?? ''
  const asked = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000)
  const isLimited = status === 429 || envelope?.errors.some(({ code }) => code === RATE_LIMITED)
  const seconds = asked > 0 ? Math.min(asked, LONGEST_SECONDS) : isLimited ? DEFAULT_SECONDS : null
  return seconds === null ? {} : { 'retry-after': String(seconds) }
}

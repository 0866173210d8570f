import * as v from 'valibot'

/** Our own errors use 90000 + HTTP status, so that they cannot be taken for Cloudflare's. */
const OWN_CODES = 90_000

const problem = v.fallback(
  v.looseObject({ code: v.fallback(v.nullable(v.number()), null), message: v.fallback(v.string(), '') }),
  { code: null, message: '' },
)

/** The least that makes an answer the API's envelope. A stricter check could lose a secret in it. */
const envelope = v.looseObject({ success: v.boolean(), errors: v.fallback(v.array(problem), []) })

export type Envelope = v.InferOutput<typeof envelope>

/** Parses the API's envelope; `null` when the text is anything else. */
export function parseEnvelope(text: string): Envelope | null {
  try {
    const parsed = v.safeParse(envelope, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** An error of our own in the API's envelope. The message is for the user and never repeats input. */
export function failure(
  status: number,
  message: string,
  headers?: Record<string, string>,
  more: Record<string, unknown> = {},
): Response {
  return Response.json(failureBody(status, message, more), { status, ...(headers && { headers }) })
}

export const failureBody = (status: number, message: string, more: Record<string, unknown> = {}) => ({
  success: false,
  errors: [{ code: OWN_CODES + status, message, ...more }],
  messages: [],
  result: null,
})

/** A result of our own in the API's envelope. */
export const success = (result: unknown): Response => Response.json({ success: true, errors: [], messages: [], result })

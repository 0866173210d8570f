import * as v from 'valibot'

/** The account to answer for, and a request to begin with: `GET /zones/…`. A pasted text is never in an address. */
export const whichSearch = v.object({
  account: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))), undefined)),
  call: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.maxLength(500))), undefined)),
})

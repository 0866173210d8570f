import * as v from 'valibot'

/** The account to verify against. The secret is never in an address. */
export const verifySearch = v.object({
  account: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))), undefined)),
})

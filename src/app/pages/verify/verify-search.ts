import * as v from 'valibot'
import { ifValid } from '#app/parts/if-valid.ts'

/** The account to verify against. The secret is never in an address. */
export const verifySearch = v.object({
  account: ifValid(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
})

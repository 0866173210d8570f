import * as v from 'valibot'
import { idParam } from '#app/parts/account-id.ts'
import { ifValid } from '#app/parts/if-valid.ts'

/** The account to verify against. The secret is never in an address. */
export const verifySearch = v.object({
  account: ifValid(idParam),
})

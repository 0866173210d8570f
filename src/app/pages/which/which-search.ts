import * as v from 'valibot'
import { idParam } from '#app/parts/account-id.ts'
import { ifValid } from '#app/parts/if-valid.ts'

/** The account to answer for, and a request to begin with: `GET /zones/…`. A pasted text is never in an address. */
export const whichSearch = v.object({
  account: ifValid(idParam),
  call: ifValid(v.pipe(v.string(), v.maxLength(500))),
})

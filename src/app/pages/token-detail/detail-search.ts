import * as v from 'valibot'
import { ifValid } from '#app/parts/if-valid.ts'

/**
 * Which tab of the token page is open, the first when none is named; the policy to show in the JSON, from 1; and a
 * request (`GET /zones/…`) to ask whether the token can make it.
 */
export const detailSearch = v.object({
  view: ifValid(v.literal('json')),
  call: ifValid(v.pipe(v.string(), v.maxLength(500))),
  policy: ifValid(v.pipe(v.unknown(), v.transform(Number), v.integer(), v.minValue(1))),
})

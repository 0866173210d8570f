import * as v from 'valibot'

/** Which tab of the token page is open; the first when none is named. */
export const detailSearch = v.object({
  view: v.optional(v.fallback(v.optional(v.literal('json')), undefined)),
})

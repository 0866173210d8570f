import * as v from 'valibot'

/** Which tab of the token page is open, the first when none is named; and the policy to show in the JSON, from 1. */
export const detailSearch = v.object({
  view: v.optional(v.fallback(v.optional(v.literal('json')), undefined)),
  policy: v.optional(
    v.fallback(v.optional(v.pipe(v.unknown(), v.transform(Number), v.integer(), v.minValue(1))), undefined),
  ),
})

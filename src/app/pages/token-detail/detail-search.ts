import * as v from 'valibot'

/**
 * Which tab of the token page is open, the first when none is named; the policy to show in the JSON, from 1; and a
 * request (`GET /zones/…`) to ask whether the token can make it.
 */
export const detailSearch = v.object({
  view: v.optional(v.fallback(v.optional(v.literal('json')), undefined)),
  call: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.maxLength(500))), undefined)),
  policy: v.optional(
    v.fallback(v.optional(v.pipe(v.unknown(), v.transform(Number), v.integer(), v.minValue(1))), undefined),
  ),
})

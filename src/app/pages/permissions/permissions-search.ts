import * as v from 'valibot'

/** The router reads `?name=7` as a number; a name is always text. */
const text = v.pipe(
  v.union([v.string(), v.number(), v.boolean()]),
  v.transform(String),
  v.transform((value) => value || undefined),
)

/** Both filters of the API's catalogue, handed to it as they are. */
export const permissionsSearch = v.object({
  name: v.optional(v.fallback(v.optional(text), undefined)),
  scope: v.optional(v.fallback(v.optional(text), undefined)),
})

import * as v from 'valibot'

/** An empty text is no filter. */
const text = v.optional(
  v.pipe(
    v.string(),
    v.transform((value) => value || undefined),
  ),
)

/** Both filters of the API's catalogue. */
export const permissionsSearch = v.object({
  name: text,
  scope: text,
})

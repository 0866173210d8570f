import * as v from 'valibot'

/** Nothing typed is no filter. */
const text = v.optional(
  v.pipe(
    v.string(),
    v.transform((value) => value || undefined),
  ),
)

/** Both filters of the API's catalogue, handed to it as they are. */
export const permissionsSearch = v.object({
  name: text,
  scope: text,
})

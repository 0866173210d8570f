import * as v from 'valibot'

/** A search param that an empty text leaves out. */
export const optionalText = v.optional(
  v.pipe(
    v.string(),
    v.transform((value) => value || undefined),
  ),
)

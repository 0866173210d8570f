import * as v from 'valibot'

/** Which tab of the token page is open. */
export const detailSearch = v.object({
  view: v.optional(v.fallback(v.picklist(['words', 'json']), 'words'), 'words'),
})

export type DetailSearch = v.InferOutput<typeof detailSearch>

import * as v from 'valibot'

/** The open tab of the token page. */
export const detailSearch = v.object({
  view: v.optional(v.fallback(v.picklist(['words', 'json']), 'words'), 'words'),
})

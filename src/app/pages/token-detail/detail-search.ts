import * as v from 'valibot'

export const detailDefaults = { view: 'words' } as const

/** Which tab of the token page is open. */
export const detailSearch = v.object({
  view: v.optional(v.fallback(v.picklist(['words', 'json']), 'words'), 'words'),
})

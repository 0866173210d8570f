import * as v from 'valibot'

const tokenId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

/** `?from=<tokenId>` starts from a copy of another token. */
export const newTokenSearch = v.object({
  from: v.optional(v.fallback(v.optional(tokenId), undefined)),
})

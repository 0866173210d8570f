import * as v from 'valibot'

/** Where to go afterwards: an address of this app, never of another site. */
export const signInSearch = v.object({
  next: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\/(?![/\\])[\w/?&=.~%+-]*$/))), undefined)),
})

export type SignInSearch = v.InferOutput<typeof signInSearch>

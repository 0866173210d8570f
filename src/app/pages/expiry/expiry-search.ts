import * as v from 'valibot'

const text = v.optional(
  v.pipe(
    v.string(),
    v.transform((value) => value || undefined),
  ),
)

/** `when` is a period: the Monday of a week as "2027-01-04", or `overdue`, `later`, `never`. `use` is `recent`. */
export const expirySearch = v.object({ when: text, use: text })

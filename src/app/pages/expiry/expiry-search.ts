import * as v from 'valibot'
import { optionalText } from '#app/parts/optional-text.ts'

/** `when` is a period: the Monday of a week as "2027-01-04", or `overdue`, `later`, `never`. `use` is `recent`. */
export const expirySearch = v.object({ when: optionalText, use: optionalText })

import * as v from 'valibot'
import { optionalText } from '#app/parts/optional-text.ts'

/**
 * `when` is a period: the first day of a week as "2027-01-04", or `overdue`, `later`, `never`. `use` is `recent`. With
 * `zoom` as `day`, the chart has the days of the next weeks.
 */
export const expirySearch = v.object({ when: optionalText, use: optionalText, zoom: optionalText })

import * as v from 'valibot'
import { optionalId } from '#app/parts/account-id.ts'
import { optionalText } from '#app/parts/optional-text.ts'

/**
 * `severity` as in the domain, `rule` by its ID, `token` by its ID, `q` for words, `by` is `token` where findings are
 * grouped by token.
 */
export const findingsSearch = v.object({
  severity: optionalText,
  rule: optionalText,
  token: optionalId,
  q: optionalText,
  by: optionalText,
})

export type FindingsSearch = v.InferOutput<typeof findingsSearch>

import * as v from 'valibot'
import { optionalId } from '#app/parts/account-id.ts'
import { optionalText } from '#app/parts/optional-text.ts'

/**
 * The question. `can` is a level, change when it is left out; `product`, `group` (IDs with commas) or `topic` say what,
 * DNS when all are left out; `on` is a resource as in the filters of the list, any when it is left out; `from` is the
 * caller's IP address. With `token`, the question is what that one can do.
 *
 * `at` is `written` for what tokens could do whatever their status, time and address; else what they can do now.
 */
export const accessSearch = v.object({
  at: optionalText,
  can: optionalText,
  product: optionalText,
  group: optionalText,
  topic: optionalText,
  on: optionalText,
  from: optionalText,
  token: optionalId,
  /** The matrix: tokens with these words, by name instead of breadth, and the families that show their products. */
  find: optionalText,
  order: optionalText,
  open: optionalText,
  /** What is compared: see `compare-side.ts`. */
  a: optionalId,
  b: optionalId,
})

export type AccessSearch = v.InferOutput<typeof accessSearch>

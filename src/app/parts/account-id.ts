import * as v from 'valibot'

/** An account ID as Cloudflare writes it: 32 hexadecimal digits in small letters. */
export const ACCOUNT_ID = /^[0-9a-f]{32}$/

/** The text; an ID in it as Cloudflare writes it, where it is one in capitals. */
export const asId = (text: string): string => (ACCOUNT_ID.test(text.toLowerCase()) ? text.toLowerCase() : text)

/** A search param that is an ID. */
export const idParam = v.pipe(v.string(), v.transform(asId), v.regex(ACCOUNT_ID))

/** A search param that may be an ID. */
export const optionalId = v.optional(
  v.pipe(
    v.string(),
    v.transform((value) => asId(value) || undefined),
  ),
)

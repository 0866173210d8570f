import * as v from 'valibot'
import { ifValid } from '#app/parts/if-valid.ts'

export const signInSearch = v.object({
  /** The page after signing in: an address of this app, never of another site. */
  next: ifValid(v.pipe(v.string(), v.check(isOwnAddress))),
  /** After a sign-out from every browser, or where the session has ended by itself. */
  signed_out: ifValid(v.picklist(['everywhere', 'ended'])),
})

const OWN = 'http://own.invalid'

/** A path and search of plain characters only, with nothing to resolve or decode. */
function isOwnAddress(text: string): boolean {
  if (!/^\/(?!\/)[\w/-]*(?:\?[\w/?&=.~%+-]*)?$/.test(text) || !URL.canParse(text, OWN)) return false
  const { origin, pathname, search } = new URL(text, OWN)
  return origin === OWN && pathname + search === text && !pathname.includes('//')
}

import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { spelledOut } from '#domain/text/hidden.ts'

/** A token's name for the title of its page, which goes into the browser's history: what is invisible spelled out. */
export function titleOf(name: string): string {
  if (name.trim() === '') return 'Unnamed token'
  // A secret that was given as a name by mistake stays on the page.
  if (looksLikeSecret(name)) return 'Token'
  return spelledOut(name)
}

import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { redactSecrets, REMOVED } from '#domain/secret/redact.ts'
import { spelledOut } from '#domain/text/hidden.ts'

/** A text from outside for a sentence or a file: without secrets, and without characters that hide. */
export function safeText(text: string): string {
  const safe = spelledOut(redactSecrets(text).text)
  // A secret that is recognized only as a word of its own.
  return looksLikeSecret(safe) ? REMOVED : safe
}

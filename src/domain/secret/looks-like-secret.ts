import { findSecrets } from './find-secrets.ts'
import { isBareSecret } from './secret-value.ts'

/** Whether a text holds what is probably a secret, pasted where none belongs. An id is none. */
export const looksLikeSecret = (text: string): boolean =>
  text.length >= 16 && (text.split(/[\s"'`,;]+/).some(isBareSecret) || findSecrets(text).length > 0)

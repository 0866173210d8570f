import { findSecrets, HIDDEN } from './find-secrets.ts'
import { isBareSecret } from './secret-value.ts'

/** Whether a text probably contains a secret, pasted into the wrong field. An id does not count. */
export const looksLikeSecret = (text: string): boolean =>
  text.length >= 16 &&
  (text
    .replaceAll(HIDDEN, '')
    .split(/[\s"'`,;]+/)
    .some(isBareSecret) ||
    findSecrets(text).length > 0)

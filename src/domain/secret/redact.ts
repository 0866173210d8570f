import { findSecrets } from './find-secrets.ts'

/** Replaces a secret. A body that contains it is never sent. */
export const REMOVED = '[secret removed]'

/** Removes the secrets from a pasted text and keeps everything else, so that its format stays readable. */
export function redactSecrets(text: string): { text: string; removed: number } {
  const found = findSecrets(text)
  if (found.length === 0) return { text, removed: 0 }
  let end = 0
  const parts = found.map((one) => {
    const part = text.slice(end, one.start) + REMOVED
    ;({ end } = one)
    return part
  })
  return { text: parts.join('') + text.slice(end), removed: found.length }
}

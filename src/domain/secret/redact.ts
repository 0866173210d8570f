import { findSecrets } from './find-secrets.ts'

/** What is written in the place of a secret. A body with this in it is never sent. */
export const REMOVED = '[secret removed]'

/** A pasted text without the secrets in it; all around them stays, so that it still reads as what it is. */
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

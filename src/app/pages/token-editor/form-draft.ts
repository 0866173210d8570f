import type { Token } from '#domain/token/token.ts'
import type { FormValues } from './form-values.ts'

/**
 * What was typed, and the token it was typed on: were it compared with a newer one, a
 * restored draft would take back what somebody else has saved since.
 */
export type FormDraft = { values: FormValues; base: Token | null }

/**
 * What was typed survives a reload, in this tab alone. A draft holds policies and
 * names, never a secret: the secret exists only after the form is done.
 */
const keyOf = (accountId: string, formName: string) => `token-desk.draft.${accountId}.${formName}`

export function readDraft(accountId: string, formName: string): FormDraft | null {
  try {
    const text = sessionStorage.getItem(keyOf(accountId, formName))
    const draft: unknown = text && JSON.parse(text)
    return isFormDraft(draft) ? draft : null
  } catch {
    // Storage switched off, or text of an older version: the form starts from what is stored.
    return null
  }
}

export function writeDraft(accountId: string, formName: string, draft: FormDraft): void {
  try {
    sessionStorage.setItem(keyOf(accountId, formName), JSON.stringify(draft))
  } catch {
    // A full or closed storage costs the draft on reload, nothing else.
  }
}

export function dropDraft(accountId: string, formName: string): void {
  try {
    sessionStorage.removeItem(keyOf(accountId, formName))
  } catch {
    // As above.
  }
}

/** The tab wrote it itself; this only keeps an older version's draft from breaking the form. */
function isFormDraft(draft: unknown): draft is FormDraft {
  if (typeof draft !== 'object' || draft === null || !('base' in draft) || !('values' in draft)) return false
  const { values } = draft
  return (
    typeof values === 'object' &&
    values !== null &&
    ['name', 'ends', 'policies', 'allowed', 'kept', 'json'].every((key) => key in values)
  )
}

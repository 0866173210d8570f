import type { FormValues } from './form-values.ts'

/**
 * What was typed survives a reload, in this tab alone. A draft holds policies and
 * names, never a secret: the secret exists only after the form is done.
 */
const keyOf = (accountId: string, formName: string) => `token-desk.draft.${accountId}.${formName}`

export function readDraft(accountId: string, formName: string): FormValues | null {
  try {
    const text = sessionStorage.getItem(keyOf(accountId, formName))
    const draft: unknown = text && JSON.parse(text)
    return isFormValues(draft) ? draft : null
  } catch {
    // Storage switched off, or text of an older version: the form starts from what is stored.
    return null
  }
}

export function writeDraft(accountId: string, formName: string, values: FormValues): void {
  try {
    sessionStorage.setItem(keyOf(accountId, formName), JSON.stringify(values))
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
function isFormValues(value: unknown): value is FormValues {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'ends' in value &&
    'policies' in value &&
    Array.isArray(value.policies) &&
    'allowed' in value &&
    Array.isArray(value.allowed) &&
    'kept' in value &&
    'json' in value
  )
}

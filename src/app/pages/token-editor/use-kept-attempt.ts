import { useState } from 'react'
import type { CreateAttempt } from '#app/queries/token-writes.ts'
import { readDraft } from './form-draft.ts'

/** A create of this form whose outcome is not known, also after a reload: it is kept with the draft. */
export function useKeptAttempt(accountId: string, formName: string) {
  const [kept, setKept] = useState(() => read(accountId, formName))
  // Another start, such as a template, is another form with a draft of its own.
  const current = kept.formName === formName ? kept : read(accountId, formName)
  if (current !== kept) setKept(current)
  return [current.attempt, (attempt: CreateAttempt | null) => setKept({ formName, attempt })] as const
}

const read = (accountId: string, formName: string) => ({
  formName,
  attempt: readDraft(accountId, formName)?.attempt ?? null,
})

import { useNavigate } from '@tanstack/react-router'
import { paths } from '#app/parts/paths.ts'
import { useToast } from '#app/ui/use-toast.ts'
import type { Token } from '#domain/token/token.ts'
import { readDraft, writeDraft } from './form-draft.ts'
import { duplicateValues } from './form-values.ts'

/** Makes what was typed for a token, which is gone, the draft of a new one, and opens that. */
export function useNewFromDraft(accountId: string): (base: Token) => void {
  const navigate = useNavigate()
  const toast = useToast()
  return (base) => {
    const copy = duplicateValues(base, accountId)
    const values = { ...copy, ...readDraft(accountId, base.id)?.values, carried: copy.carried }
    // Left all the same, the page would take along what was entered.
    if (writeDraft(accountId, 'new', { values, base: null, attempt: null }))
      void navigate({ href: paths.newToken(accountId), ignoreBlocker: true })
    else
      toast({ tone: 'critical', message: 'This draft can’t be kept in the browser, so it can’t become a new token.' })
  }
}

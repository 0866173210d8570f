import { keptFix } from '#app/parts/findings/kept-fix.ts'
import { stableText } from '#domain/text/stable-text.ts'
import { draftOf } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { readDraft } from './form-draft.ts'
import { draftValues, type FormValues } from './form-values.ts'

type SuggestedChange = { values: FormValues | null; note: { tone: 'info' | 'caution'; title: string } }

/** The change that a finding suggests for a token, unless it would take back what was changed since. */
export function suggestedChange(accountId: string, token: Token): SuggestedChange {
  if (readDraft(accountId, token.id)) return refused('Your own draft is open, not the suggested change')
  const fix = keptFix(accountId, token.id)
  if (!fix) return refused('The suggested change is no longer available in this tab')
  if (stableText(draftOf(fix.base)) !== stableText(draftOf(token)))
    return refused('The token changed since the change was suggested, so it isn’t filled in')
  return {
    values: draftValues(fix.draft, accountId),
    note: { tone: 'info', title: 'The suggested change is filled in' },
  }
}

const refused = (title: string): SuggestedChange => ({ values: null, note: { tone: 'caution', title } })

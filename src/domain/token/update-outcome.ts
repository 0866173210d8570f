import { differences } from './diff.ts'
import { isSameToken } from './merge.ts'
import type { TokenDraft } from './request-body.ts'
import type { Token } from './token.ts'

/** The result of an update without an answer, after the token was read again. */
export type UpdateOutcome = 'saved' | 'unchanged' | 'other'

export function judgeUpdate(before: Token, now: Token, wanted: TokenDraft, at: number): UpdateOutcome {
  if (differences(wanted, now, at).length === 0) return 'saved'
  return isSameToken(before, now) ? 'unchanged' : 'other'
}

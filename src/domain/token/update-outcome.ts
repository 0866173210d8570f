import { differences } from './diff.ts'
import { isSameToken } from './merge.ts'
import { hasSameUnknown, type TokenDraft } from './request-body.ts'
import type { Token } from './token.ts'

/** Whether an update's answer shows the change, or at least another one: a token as it was before was not changed. */
export const showsChange = (before: Token, answer: Token, wanted: TokenDraft, at: number): boolean =>
  !isSameToken(before, answer) || differences(wanted, answer, at).length === 0

/** The result of an update without an answer, after the token was read again. */
export type UpdateOutcome = 'saved' | 'unchanged' | 'other'

export function judgeUpdate(before: Token, now: Token, wanted: TokenDraft, at: number): UpdateOutcome {
  const isSame = isSameToken(before, now)
  // First: a change that gives the same access, such as policies split otherwise, makes no difference below.
  if (isSame && hasSameUnknown(before, now)) return 'unchanged'
  if (differences(wanted, now, at).length === 0) return 'saved'
  return isSame ? 'unchanged' : 'other'
}

import { differences } from './diff.ts'
import { isSameToken } from './merge.ts'
import { hasSameUnknown, type TokenDraft } from './request-body.ts'
import type { Token } from './token.ts'

/** The result of an update without an answer, after the token was read again. */
export type UpdateOutcome = 'saved' | 'unchanged' | 'other'

export function judgeUpdate(before: Token, now: Token, wanted: TokenDraft, at: number): UpdateOutcome {
  const isSame = isSameToken(before, now)
  // First: a change that gives the same access, such as policies split otherwise, makes no difference below.
  if (isSame && hasSameUnknown(before, now)) return 'unchanged'
  if (differences(wanted, now, at).length === 0) return 'saved'
  return isSame ? 'unchanged' : 'other'
}

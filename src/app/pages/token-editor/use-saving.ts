import { useState } from 'react'
import { TokenConflict, useLookAgain, useUpdateToken } from '#app/queries/token-writes.ts'
import { differences, type Change } from '#domain/token/diff.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { judgeUpdate } from '#domain/token/update-outcome.ts'
import { useStay } from './use-stay.ts'

/**
 * Saves the changes to a token that was opened as `base`. Where the answer does not come, what is stored is looked at;
 * `onSaved` gets how that differs from what was asked for.
 */
export function useSaving(accountId: string, base: Token, onSaved: (odd: Change[]) => void) {
  const { mutate, reset, error, isPending } = useUpdateToken(accountId, base.id)
  const look = useLookAgain(accountId)
  const [wanted, setWanted] = useState<TokenDraft | null>(null)
  const [isSaved, setIsSaved] = useState(false)
  useStay('the changes are being saved.', isPending)

  const settle = (asked: TokenDraft, saved: Token) => {
    setIsSaved(true)
    onSaved(differences(asked, saved, Date.now(), accountId))
  }

  const lookFor = (asked: TokenDraft) =>
    look.mutate(base.id, {
      onSuccess: (found) => found && judgeUpdate(base, found, asked, Date.now()) === 'saved' && settle(asked, found),
    })

  const save = (asked: TokenDraft) => {
    setWanted(asked)
    look.reset()
    mutate(
      { wanted: asked, opened: base },
      {
        onSuccess: (saved) => settle(asked, saved),
        onError: ({ isOutcomeUnknown }) => isOutcomeUnknown && lookFor(asked),
      },
    )
  }

  return {
    save,
    /** What was asked for last. */
    wanted,
    isSaving: isPending,
    isSaved,
    failure: error,
    conflict: error instanceof TokenConflict ? error : null,
    look,
    lookAgain: () => wanted && lookFor(wanted),
    forgetFailure: reset,
  }
}

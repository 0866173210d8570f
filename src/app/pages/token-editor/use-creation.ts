import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createdTokensQuery } from '#app/queries/created-tokens.ts'
import { useCreateToken } from '#app/queries/token-writes.ts'
import { differences, type Change } from '#domain/token/diff.ts'
import { createBody, type TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { useKeptAttempt } from './use-kept-attempt.ts'
import { useStay } from './use-stay.ts'

/** `odd`: how the token differs from what was asked for. */
export type Created = { token: Token; secret: string; odd: Change[] }

/**
 * Creates the token of a form. `preload` loads what shows its secret: nothing is sent before that is there. Of the
 * attempt whose outcome is `unknown`, `look` has the tokens it may have created.
 */
export function useCreation(accountId: string, formName: string, preload: () => Promise<unknown>) {
  const { mutate, reset, isPending, error } = useCreateToken(accountId)
  const [attempt, setAttempt] = useKeptAttempt(accountId, formName)
  const unknown = isPending ? null : attempt
  const look = useQuery({ ...createdTokensQuery(accountId, attempt), enabled: unknown !== null })
  const [isNotSent, setIsNotSent] = useState(false)
  const [created, setCreated] = useState<Created | null>(null)
  // From the loading of the dialog for the secret until the answer.
  const [isSending, setIsSending] = useState(false)
  useStay('the answer has the new secret.', isSending && created === null)

  const create = async (wanted: TokenDraft) => {
    setIsSending(true)
    const isLoaded = await preload().then(
      () => true,
      () => false,
    )
    setIsNotSent(!isLoaded)
    if (!isLoaded) {
      setIsSending(false)
      return
    }
    mutate(
      {
        name: wanted.name,
        body: createBody(wanted),
        // After two attempts with one name both outcomes are unknown: tokens of either are looked for.
        onSend: (next) => setAttempt(attempt?.name === next.name ? attempt : next),
        onSecret: (secret, token) =>
          setCreated({ secret, token, odd: differences(wanted, token, Date.now(), accountId) }),
      },
      {
        onSuccess: () => setAttempt(null),
        // A refusal says nothing about the attempt before it.
        onError: ({ isOutcomeUnknown }) => !isOutcomeUnknown && setAttempt(attempt),
        onSettled: () => setIsSending(false),
      },
    )
  }

  return {
    create,
    isSending,
    /** The dialog for the secret could not be loaded. */
    isNotSent,
    failure: error,
    attempt,
    unknown,
    look,
    forgetAttempt: () => {
      setAttempt(null)
      reset()
    },
    created,
    /** The secret leaves memory with it. */
    forgetCreated: () => setCreated(null),
  }
}

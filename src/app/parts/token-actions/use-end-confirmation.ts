import { useState } from 'react'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { confirmationWord } from '#domain/token/confirmation.ts'
import type { Token } from '#domain/token/token.ts'

/** What the user has to confirm before ending a token, and whether it is confirmed. */
export function useEndConfirmation(accountId: string, token: Token, { needsWord }: { needsWord: boolean }) {
  const isOwn = useOwnTokenId(accountId) === token.id
  const [typed, setTyped] = useState('')
  const [isAware, setIsAware] = useState(false)
  const isTyped = !needsWord || typed.trim() === confirmationWord(token).word
  return { isOwn, typed, setTyped, isAware, setIsAware, isReady: isTyped && (!isOwn || isAware) }
}

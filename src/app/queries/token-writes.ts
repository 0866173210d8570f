import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { ApiFailure, notLoaded } from '#app/api/errors.ts'
import {
  createToken,
  deleteToken,
  rollToken,
  updateToken,
  verifySecret,
  type TokenBody,
} from '#app/api/token-writes.ts'
import { loadSdk } from '#app/api/sdk.ts'
import { getToken, listTokens } from '#app/api/tokens.ts'
import { samePolicies } from '#domain/policy/canonical.ts'
import { draftOf, updateBody } from '#domain/policy/request-body.ts'
import { findCreated } from '#domain/token/outcome.ts'
import type { Token } from '#domain/token/token.ts'
import { touchInventory } from './inventory-cache.ts'
import { listsKey, tokenQuery, tokensKey } from './tokens.ts'
import { useWrite } from './use-write.ts'

type CreateVariables = {
  body: TokenBody
  onSecret: (secret: string, token: Token) => void
  /** Fetches what shows the secret: that has to be here before there is one. */
  loadPlace: () => Promise<unknown>
}

/** Fetches what every write needs, while somebody still decides. One that fails says so when it is tried. */
export const prepareForWrites = (): void => void loadSdk().catch(() => {})

/**
 * A created token. The secret goes to `onSecret` alone: what a mutation returns
 * stays in its cache, and a secret may stay nowhere.
 */
export function useCreateToken(accountId: string) {
  const queryClient = useQueryClient()
  return useWrite({
    mutationFn: async ({ body, onSecret, loadPlace }: CreateVariables) => {
      await loadPlace().catch(notLoaded)
      const { token, secret } = await createToken(accountId, body)
      onSecret(secret, token)
      return token
    },
    onSuccess: (token) => storeToken(queryClient, accountId, token),
  })
}

/** The token was changed, or ended, after somebody opened it. `theirs` is how it stands now; `null` once it is gone. */
export class TokenConflict extends ApiFailure {
  readonly theirs: Token | null

  constructor(theirs: Token | null) {
    const message = theirs ? 'The token was changed after this form was opened.' : 'The token was deleted meanwhile.'
    // No answer of the API: the app's own refusal to overwrite, in the same shape.
    super({ status: theirs ? 409 : 404, problems: [{ code: 0, message, pointer: null }] })
    this.theirs = theirs
  }
}

/**
 * Saves an edit of the token as it was when the form `opened`. The API has no
 * If-Match, so the token is read again first: an edit never overwrites another.
 */
export function useUpdateToken(accountId: string, tokenId: string) {
  const queryClient = useQueryClient()
  return useWrite({
    mutationFn: async ({ body, opened }: { body: TokenBody; opened: Token }) => {
      const current = await readBeforeWrite(accountId, tokenId)
      const isMoved = current.modifiedOn !== opened.modifiedOn || !samePolicies(current.policies, opened.policies)
      if (isMoved) throw new TokenConflict(current)
      return updateToken(accountId, tokenId, body)
    },
    // The PUT answers with the whole token, so the detail needs no refetch.
    onSuccess: (token) => storeToken(queryClient, accountId, token),
  })
}

/**
 * Turns a token off or on. A PUT always sends the whole token, so it is read
 * first: what somebody else changed meanwhile stays.
 */
export function useSetTokenStatus(accountId: string, tokenId: string) {
  const queryClient = useQueryClient()
  return useWrite({
    mutationFn: async (status: 'active' | 'disabled') => {
      const current = await readBeforeWrite(accountId, tokenId)
      return updateToken(accountId, tokenId, updateBody({ ...draftOf(current), status }))
    },
    onSuccess: (token) => storeToken(queryClient, accountId, token),
  })
}

/** A rolled secret, handed to `onSecret` alone for the same reason as a created one. */
export function useRollToken(accountId: string, tokenId: string) {
  const queryClient = useQueryClient()
  return useWrite({
    mutationFn: async (onSecret: (secret: string) => void) => onSecret(await rollToken(accountId, tokenId)),
    // A roll moves modified_on and answers with the secret only.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: tokensKey(accountId) }),
  })
}

export function useDeleteToken(accountId: string) {
  const queryClient = useQueryClient()
  return useWrite({
    mutationFn: (tokenId: string) => deleteToken(accountId, tokenId),
    onSuccess: (_, tokenId) => forgetToken(queryClient, accountId, tokenId),
  })
}

/**
 * Looks at a token again after a write of which nobody knows whether it took effect.
 * `null`: it is not there. The answer is fresh, and the rest of the app gets it as well.
 */
export function useLookAgain(accountId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (tokenId: string) => {
      try {
        return await getToken(accountId, tokenId)
      } catch (error) {
        if (error instanceof ApiFailure && error.status === 404) return null
        throw error
      }
    },
    onSuccess: (token, tokenId) =>
      token ? storeToken(queryClient, accountId, token) : forgetToken(queryClient, accountId, tokenId),
  })
}

/** The newest tokens, read afresh: among them is what a create without an answer has made. */
export function useLookForCreated(accountId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ name, sentAt }: { name: string; sentAt: number }) => {
      const newest = { page: 1, per_page: 50, direction: 'desc', include_expired: true } as const
      const { tokens } = await listTokens({ account_id: accountId, ...newest })
      return findCreated(tokens, name, sentAt)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: listsKey(accountId) }),
  })
}

/** Verifies a pasted secret. The value lives in the variables of a mutation that is forgotten at once (gcTime 0). */
export function useVerifySecret(accountId: string) {
  return useMutation({ mutationFn: (readSecret: () => string) => verifySecret(accountId, readSecret()) })
}

/** A failure here leaves no doubt: nothing was written. */
async function readBeforeWrite(accountId: string, tokenId: string): Promise<Token> {
  try {
    return await getToken(accountId, tokenId)
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    if (error.status === 404) throw new TokenConflict(null)
    const { status, problems, ray, retryAfter } = error
    throw new ApiFailure({ status, problems, ray, retryAfter, isBeforeWrite: true })
  }
}

function storeToken(queryClient: QueryClient, accountId: string, token: Token) {
  void touchInventory(queryClient, accountId, token.id, token)
  queryClient.setQueryData(tokenQuery(accountId, token.id).queryKey, token)
  // Returned, so that `isPending` lasts until the list is fresh again.
  return queryClient.invalidateQueries({ queryKey: listsKey(accountId) })
}

function forgetToken(queryClient: QueryClient, accountId: string, tokenId: string) {
  // Removed, not refetched: asking for a deleted token could only answer 404.
  queryClient.removeQueries({ queryKey: tokenQuery(accountId, tokenId).queryKey })
  void touchInventory(queryClient, accountId, tokenId, null)
  return queryClient.invalidateQueries({ queryKey: listsKey(accountId) })
}

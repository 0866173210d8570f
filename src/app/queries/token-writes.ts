import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { ApiFailure, asFailure, beforeWrite, refusedBeforeWrite } from '#app/api/errors.ts'
import {
  createToken,
  deleteToken,
  rollToken,
  updateToken,
  verifySecret,
  type TokenBody,
} from '#app/api/token-writes.ts'
import { findToken, findTokensByName } from '#app/api/tokens.ts'
import { isSameToken, isStoredAs } from '#domain/token/merge.ts'
import {
  draftOf,
  hasSameUnknown,
  updateBody,
  whyUnwritable,
  withoutKeptExtra,
  type TokenDraft,
} from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { showsChange } from '#domain/token/update-outcome.ts'
import { updateInventoryCache } from './inventory-cache.ts'
import { useHeldPage } from './held-page.ts'
import { listsKey, tokenQuery, tokensKey } from './tokens.ts'
import { useWrite } from './use-write.ts'

/** A create that was sent: the name it asked for, and which tokens had it before (`null`: not known). */
export type CreateAttempt = { name: string; before: string[] | null }

type CreateVariables = {
  name: string
  body: TokenBody
  /** Called right before the request is sent. */
  onSend: (attempt: CreateAttempt) => void
  onSecret: (secret: string, token: Token) => void
}

/** The page stays until the answer is there: what came of the write is told nowhere else. */
function useTokenWrite<Result, Variables>(write: Parameters<typeof useWrite<Result, Variables>>[0]) {
  const mutation = useWrite(write)
  useHeldPage(mutation.isPending)
  return mutation
}

export function useCreateToken(accountId: string) {
  const queryClient = useQueryClient()
  return useTokenWrite({
    mutationFn: (variables: CreateVariables) => createNamed(accountId, variables),
    onSuccess: (token) => storeToken(queryClient, accountId, token),
  })
}

/**
 * Creates a token. Its secret goes to `onSecret` alone: what a mutation returns stays in its
 * cache, and a secret may be kept nowhere.
 */
export async function createNamed(
  accountId: string,
  { name, body, onSend, onSecret }: CreateVariables,
): Promise<Token> {
  onSend({ name, before: await idsOfName(accountId, name) })
  const { token, secret } = await createToken(accountId, body)
  onSecret(secret, token)
  return token
}

/** A credential that may only create cannot list: then the earlier tokens are not known, and the create goes on. */
const idsOfName = (accountId: string, name: string): Promise<string[] | null> =>
  findTokensByName(accountId, name).then(
    (tokens) => tokens.map(({ id }) => id),
    () => null,
  )

/** The token was changed or deleted after the user opened it. `theirs` is its current state; `null` once it is gone. */
export class TokenConflict extends ApiFailure {
  readonly theirs: Token | null

  constructor(theirs: Token | null) {
    const message = theirs ? 'The token was changed after this form was opened.' : 'This token was deleted.'
    // No answer of the API: the app's own refusal to overwrite, in the same shape.
    super({ status: theirs ? 409 : 404, problems: [{ code: 0, message, pointer: null }] })
    this.theirs = theirs
  }

  override get isGone() {
    return !this.theirs
  }
}

type Edit = { wanted: TokenDraft; opened: Token }

export function useUpdateToken(accountId: string, tokenId: string) {
  const queryClient = useQueryClient()
  return useTokenWrite({
    mutationFn: (edit: Edit) =>
      saveEdit(accountId, tokenId, edit).catch(leaveOutIfGone(queryClient, accountId, tokenId)),
    // The PUT answers with the whole token, so the detail needs no refetch.
    onSuccess: (token) => storeToken(queryClient, accountId, token),
  })
}

/**
 * Saves an edit of the token as it was when the form `opened`. The API has no
 * If-Match, so the token is read again first: an edit never overwrites another.
 */
export async function saveEdit(accountId: string, tokenId: string, { wanted, opened }: Edit): Promise<Token> {
  const current = await readBeforeWrite(accountId, tokenId)
  const asked = withoutKeptExtra(wanted, opened)
  const isSame = isSameToken(current, opened)
  // An earlier attempt without an answer may have saved it.
  if (!isSame && !asked.extra && isStoredAs(asked, current)) return current
  if (!isSame || (asked.extra && !hasSameUnknown(current, opened))) throw new TokenConflict(current)
  return replaceToken(accountId, current, asked)
}

type SettableStatus = 'active' | 'disabled'

export function useSetTokenStatus(accountId: string, tokenId: string) {
  const queryClient = useQueryClient()
  return useTokenWrite({
    mutationFn: (status: SettableStatus) =>
      saveStatus(accountId, tokenId, status).catch(leaveOutIfGone(queryClient, accountId, tokenId)),
    onSuccess: (token) => storeToken(queryClient, accountId, token),
  })
}

/** Turns a token off or on. A PUT replaces the whole token, so it is read first: changes by others are kept. */
export async function saveStatus(accountId: string, tokenId: string, status: SettableStatus): Promise<Token> {
  const current = await readBeforeWrite(accountId, tokenId)
  return replaceToken(accountId, current, { ...draftOf(current), status })
}

type RollVariables = {
  /** Called right before the request is sent, with the token as it is then; `null`: it could not be read. */
  onSend: (before: Token | null) => void
  onSecret: (secret: string) => void
}

export function useRollToken(accountId: string, tokenId: string) {
  const queryClient = useQueryClient()
  return useTokenWrite({
    mutationFn: (variables: RollVariables) =>
      rollRead(accountId, tokenId, variables).catch(leaveOutIfGone(queryClient, accountId, tokenId)),
    // A roll moves modified_on and answers with the secret only.
    onSuccess: () => {
      void updateInventoryCache(queryClient, accountId, tokenId)
      return queryClient.invalidateQueries({ queryKey: tokensKey(accountId) })
    },
  })
}

/**
 * Rolls a token that was read right before: without an answer, only a change since then tells of the roll. The secret goes
 * to `onSecret` alone for the same reason as a created one.
 */
export async function rollRead(accountId: string, tokenId: string, { onSend, onSecret }: RollVariables): Promise<void> {
  onSend(await findToken(accountId, tokenId).catch(() => null))
  onSecret(await rollToken(accountId, tokenId))
}

export function useDeleteToken(accountId: string) {
  const queryClient = useQueryClient()
  return useTokenWrite({
    mutationFn: (tokenId: string) => deleteToken(accountId, tokenId),
    onSuccess: (_, tokenId) => forgetToken(queryClient, accountId, tokenId),
  })
}

/** Reads a token after a write whose outcome is unknown, and stores it for all pages. `null`: it does not exist. */
export function useLookAgain(accountId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (tokenId: string) =>
      findToken(accountId, tokenId).catch((error: unknown) => {
        throw asFailure(error)
      }),
    onSuccess: (token, tokenId) =>
      token ? storeToken(queryClient, accountId, token) : forgetToken(queryClient, accountId, tokenId),
  })
}

/** Verifies a pasted secret. Only a function that reads it is among the mutation's variables. */
export function useVerifySecret(accountId: string) {
  return useMutation({ mutationFn: (readSecret: () => string) => verifySecret(accountId, readSecret()) })
}

/** When this fails, nothing was written. */
async function readBeforeWrite(accountId: string, tokenId: string): Promise<Token> {
  const token = await findToken(accountId, tokenId).catch((error: unknown) => {
    throw beforeWrite(error)
  })
  if (!token) throw new TokenConflict(null)
  return token
}

/** Sends an update, unless there is a reason not to. An answer without the change is none to rely on. */
function replaceToken(accountId: string, current: Token, wanted: TokenDraft): Promise<Token> {
  const reason = whyUnwritable(wanted, current)
  if (reason) throw refusedBeforeWrite(reason)
  const isShown = (answer: Token) => showsChange(current, answer, wanted, Date.now())
  return updateToken(accountId, current.id, updateBody(wanted, current), isShown)
}

function storeToken(queryClient: QueryClient, accountId: string, token: Token) {
  void updateInventoryCache(queryClient, accountId, token.id, token)
  queryClient.setQueryData(tokenQuery(accountId, token.id).queryKey, token)
  // Returned, so that `isPending` lasts until the list is fresh again.
  return queryClient.invalidateQueries({ queryKey: listsKey(accountId) })
}

/** A token that a write finds gone is in no list either. Its page may still be open, with what was entered there. */
const leaveOutIfGone =
  (queryClient: QueryClient, accountId: string, tokenId: string) =>
  (error: unknown): never => {
    if (error instanceof ApiFailure && error.isGone) {
      void updateInventoryCache(queryClient, accountId, tokenId, null)
      void queryClient.invalidateQueries({ queryKey: listsKey(accountId) })
    }
    throw error
  }

function forgetToken(queryClient: QueryClient, accountId: string, tokenId: string) {
  // Removed, not refetched: a deleted token answers 404.
  queryClient.removeQueries({ queryKey: tokenQuery(accountId, tokenId).queryKey })
  void updateInventoryCache(queryClient, accountId, tokenId, null)
  return queryClient.invalidateQueries({ queryKey: listsKey(accountId) })
}

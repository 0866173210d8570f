import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ApiFailure } from '#app/api/errors.ts'
import { signIn, signOut } from '#app/api/sign-in.ts'
import { sessionQuery } from './session.ts'

/** The token is read from its field at the last moment and stays in no variable of the mutation. */
export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ accountId, readSecret }: { accountId: string; readSecret: () => string }) =>
      signIn(accountId, readSecret()),
    onSuccess: () => forgetEverything(queryClient),
  })
}

type SignOutEnd = { onSuccess: (how: { everywhere: boolean }) => void; onError?: (failure: ApiFailure) => void }

/** What follows is told here and not with the call: the menu that a button was in may be gone by then. */
export function useSignOut({ onSuccess, onError }: SignOutEnd) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ everywhere }: { everywhere: boolean }) => signOut(everywhere),
    onSuccess: (_, how) => {
      forgetEverything(queryClient)
      onSuccess(how)
    },
    ...(onError && { onError }),
  })
}

/** The accounts that this browser is still signed in to, when the token of one of them is accepted no longer. */
export function useRemainingAccounts() {
  const { data } = useQuery({ ...sessionQuery(null), staleTime: 0, retry: false, throwOnError: false })
  return data?.accounts ?? []
}

/** What was read belongs to whoever was signed in before. What is on screen is asked for anew, nobody waits for it. */
function forgetEverything(queryClient: QueryClient): void {
  void queryClient.resetQueries()
}

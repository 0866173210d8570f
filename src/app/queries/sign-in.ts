import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { signIn, signOut } from '#app/api/sign-in.ts'
import { sessionQuery } from './session.ts'

/** The token is read from its field at the last moment and stays in no variable of the mutation. */
export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ accountId, readSecret }: { accountId: string; readSecret: () => string }) =>
      signIn(accountId, readSecret()),
    // Without a network it fails and says so, instead of waiting unseen for one.
    networkMode: 'always',
    onSuccess: () => forgetEverything(queryClient),
  })
}

export function useSignOut() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ everywhere }: { everywhere: boolean }) => signOut(everywhere),
    networkMode: 'always',
    onSuccess: () => forgetEverything(queryClient),
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

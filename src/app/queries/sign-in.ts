import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { signIn, signOut } from '#app/api/sign-in.ts'

/** The token is read from its field at the last moment and stays in no variable of the mutation. */
export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ accountId, readSecret }: { accountId: string; readSecret: () => string }) =>
      signIn(accountId, readSecret()),
    onSuccess: () => forgetEverything(queryClient),
  })
}

export function useSignOut() {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: signOut, onSuccess: () => forgetEverything(queryClient) })
}

/** What was read belongs to whoever was signed in before. What is on screen is asked for anew, nobody waits for it. */
function forgetEverything(queryClient: QueryClient): void {
  void queryClient.resetQueries()
}

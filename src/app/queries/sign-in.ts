import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ApiFailure } from '#app/api/errors.ts'
import { signIn, signOut } from '#app/api/sign-in.ts'

/** Our server's own code for "nobody is signed in, or no longer". */
const SIGNED_OUT = 90_401

export const isSignedOut = ({ problems }: ApiFailure): boolean => problems.some(({ code }) => code === SIGNED_OUT)

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

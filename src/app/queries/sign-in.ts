import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ApiFailure } from '#app/api/errors.ts'
import { signIn, signOut } from '#app/api/sign-in.ts'
import { sessionQuery } from './session.ts'
import { oncePageIsFree } from './held-page.ts'
import { useWrite } from './use-write.ts'

/** The token is read from its field at the last moment, so that no variable of the mutation holds it. */
export function useSignIn() {
  const queryClient = useQueryClient()
  // Each refused attempt counts against the server's limit.
  return useWrite({
    mutationFn: ({ accountId, readSecret }: { accountId: string; readSecret: () => string }) =>
      signIn(accountId, readSecret()),
    onSuccess: () => forgetEverything(queryClient),
  })
}

type SignOutEnd = { onSuccess: (how: { everywhere: boolean }) => void; onError?: (failure: ApiFailure) => void }

/** Its callbacks are given here and not to `mutate`: the menu with the button may be unmounted by then. */
export function useSignOut({ onSuccess, onError }: SignOutEnd) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ everywhere }: { everywhere: boolean }) => {
      // One that is on its way can be shown in this session only.
      await new Promise<void>(oncePageIsFree)
      return signOut(everywhere)
    },
    onSuccess: (_, how) => {
      forgetEverything(queryClient)
      onSuccess(how)
    },
    ...(onError && { onError }),
  })
}

/** The accounts that this browser is still signed in to after the token of one was refused. */
export function useRemainingAccounts() {
  const { data } = useQuery({ ...sessionQuery(null), staleTime: 0, retry: false })
  return data?.accounts ?? []
}

/** Cached data belongs to the previous session. Mounted queries fetch again in the background. */
export function forgetEverything(queryClient: QueryClient): void {
  void queryClient.resetQueries()
}

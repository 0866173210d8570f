import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'

/** Whether each user signs in with a token of their own; `false` while unknown. */
export function useHasSignIn(accountId: string): boolean {
  const { data: session } = useQuery(sessionQuery(accountId))
  return session?.hasSignIn ?? false
}

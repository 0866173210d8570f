import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'

/** The id of the token the server runs on, as verify says; `null` while unknown. */
export function useOwnTokenId(accountId: string): string | null {
  const { data: session } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  return session?.credential?.id ?? null
}

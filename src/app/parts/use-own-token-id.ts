import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'

/** The ID of the server's own token; `null` while unknown. */
export function useOwnTokenId(accountId: string): string | null {
  const { data: session } = useQuery(sessionQuery(accountId))
  return session?.credential?.id ?? null
}

import { useQuery } from '@tanstack/react-query'
import type { Session } from '#app/api/session.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { useAccount } from './use-account.ts'

/** The accounts that the server knows, also where it refuses that of the page. */
export function useListedAccounts(): Session['accounts'] {
  const { session, failure } = useAccount()
  const { data } = useQuery({ ...sessionQuery(null), enabled: failure !== null })
  return (session ?? data)?.accounts ?? []
}

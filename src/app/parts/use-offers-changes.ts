import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'
import { useReadOnly } from './use-read-only.ts'

/** Whether changes are offered where the page has its sense without them: not before the session is known. */
export function useOffersChanges(accountId: string | null): boolean {
  const { isPending } = useQuery(sessionQuery(accountId))
  return !useReadOnly(accountId) && !isPending
}

import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'

/** Whether the server refuses every write: then nothing is offered that could only be refused. */
export function useReadOnly(accountId: string): boolean {
  const { data: session } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  return session?.isReadOnly ?? false
}

import { useQuery } from '@tanstack/react-query'
import { isRefusedIn, sessionQuery } from '#app/queries/session.ts'
import { readStored } from '#app/ui/storage.ts'
import { useOwnRights } from './use-own-rights.ts'

/** The server takes no changes, Cloudflare refuses the credential, or it may only `read` tokens, or not even that. */
type Hindrance = 'server' | 'refused' | 'read' | 'none'

/**
 * What keeps changes from being possible here; `null` when they are, or this is unknown. Until the session is known,
 * the server is what it was in the last visit.
 */
export function useHindrance(accountId: string | null): Hindrance | null {
  const { data: session } = useQuery(sessionQuery(accountId))
  const rights = useOwnRights(accountId)
  if (session ? session.isReadOnly : readStored('localStorage', READ_ONLY)) return 'server'
  if (session && isRefusedIn(session, accountId)) return 'refused'
  return rights === 'read' || rights === 'none' ? rights : null
}

/** Whether every write would be refused, so that no actions are offered. */
export const useReadOnly = (accountId: string | null): boolean => useHindrance(accountId) !== null

/** Stored while the server takes no changes, for the next visit. */
export const READ_ONLY = 'token-desk.read-only'

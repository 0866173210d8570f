import { useQuery } from '@tanstack/react-query'
import { isRefusedIn, sessionQuery } from '#app/queries/session.ts'
import { readStored, store } from '#app/ui/storage.ts'
import { upperFirst } from '#domain/resources/families.ts'
import { ownTokenWords } from './own-token-words.ts'
import { useOwnRights } from './use-own-rights.ts'

/**
 * Why nothing can be changed here, for the user; `null` when changes are possible or this is unknown. Until the session
 * is known, the server is what it was in the last visit.
 */
export function useReadOnlyReason(accountId: string | null): string | null {
  const { data: session } = useQuery(sessionQuery(accountId))
  const rights = useOwnRights(accountId)
  const isReadOnly = session ? session.isReadOnly : readStored('localStorage', KEY) !== null
  if (isReadOnly) return 'Changes are turned off on this server (READ_ONLY).'
  const token = upperFirst(ownTokenWords(session?.hasSignIn))
  if (session && isRefusedIn(session, accountId)) return `Cloudflare refuses ${ownTokenWords(session.hasSignIn)}.`
  if (rights === 'read') return `${token} can only read: it lacks “Account API Tokens Write”.`
  return rights === 'none' ? `${token} lacks “Account API Tokens Read” and “Account API Tokens Write”.` : null
}

/** Whether every write would be refused, so that no actions are offered. */
export const useReadOnly = (accountId: string | null): boolean => useReadOnlyReason(accountId) !== null

/** Whether changes are offered where the page has its sense without them: not before the session is known. */
export function useOffersChanges(accountId: string | null): boolean {
  const { isPending } = useQuery(sessionQuery(accountId))
  return !useReadOnly(accountId) && !isPending
}

/** For the next visit. */
export const keepReadOnly = (isReadOnly: boolean) => store('localStorage', KEY, isReadOnly ? 'yes' : null)

const KEY = 'token-desk.read-only'

import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'
import { hasUser } from './kept-in-tab.ts'
import { ownTokenName } from './own-token-words.ts'
import { useHindrance } from './use-read-only.ts'

/** Why nothing can be changed here, for the user; `null` when changes are possible or this is unknown. */
export function useReadOnlyReason(accountId: string | null): string | null {
  const hindrance = useHindrance(accountId)
  const { data: session } = useQuery(sessionQuery(accountId))
  const token = ownTokenName(hasUser())
  switch (hindrance) {
    case null:
      return null
    case 'server':
      return 'Changes are turned off on this server (READ_ONLY).'
    case 'refused':
      return `${token} is ${session?.credential?.status ?? 'refused by Cloudflare'}.`
    case 'read':
      return `${token} can only read: it lacks “Account API Tokens Write”.`
    case 'none':
      return `${token} lacks “Account API Tokens Read” and “Account API Tokens Write”.`
  }
}

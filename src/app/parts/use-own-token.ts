import { useQuery } from '@tanstack/react-query'
import { isComing } from '#app/queries/is-coming.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { ownTokenQuery } from '#app/queries/tokens.ts'

/**
 * The app's own token, if it is one of the account. `asks` is for what can't do without it; others use what was
 * fetched. `isPending` while it may still come, `isComing` while it is on its way for the first time.
 */
export function useOwnToken(accountId: string | null, { asks = false } = {}) {
  const session = useQuery(sessionQuery(accountId))
  const credential = session.data?.credential
  const id = credential && credential.accountId === accountId ? credential.id : null
  const own = useQuery({ ...ownTokenQuery(accountId ?? '', id ?? ''), enabled: asks && id !== null })
  const { data, error } = own
  return {
    id,
    token: data,
    error,
    isComing: isComing(session) || isComing(own),
    isPending: session.isPending || (id !== null && !data && !error),
  }
}

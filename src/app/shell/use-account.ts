import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { lastAccountId } from '#app/parts/last-account.ts'
import { isSignedOut } from '#app/queries/failures.ts'
import { sessionQuery } from '#app/queries/session.ts'

/** The account the frame around the page is about, and its session. */
export function useAccount() {
  const { accountId: inPath } = useParams({ strict: false })
  // Pages beside those of an account may be asked about one.
  const { account: inSearch } = useSearch({ strict: false })
  const ofPage = inPath ?? inSearch
  const chosenId = ofPage ?? lastAccountId()
  // The frame works without a session; a page that needs one says so itself.
  const asked = useQuery(sessionQuery(chosenId))
  const { data: session, error: failure } = asked
  return {
    /** The account of the page, or the one visited last, or the first of the session. */
    accountId: chosenId ?? session?.accounts[0]?.id ?? null,
    /** The same without the first of the session, which the user has not chosen. */
    chosenId,
    /** The name of the page's account. */
    name: session?.accounts.find(({ id }) => id === ofPage)?.name ?? null,
    session,
    failure,
    isSignedOut: failure !== null && isSignedOut(failure),
    /** The session has arrived, or could not be had at the first attempt; asked for again, it stays known. */
    isKnown: asked.isFetched || asked.failureCount > 0,
  }
}

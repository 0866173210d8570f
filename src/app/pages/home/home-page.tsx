import { useQuery } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { ownTokenName } from '#app/parts/own-token-words.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Note } from '#app/ui/note.tsx'

/** Shown only when no account is known; otherwise the route redirects to the last or first account. */
export function HomePage() {
  const { data: session } = useQuery(sessionQuery(null))
  const problem = session?.accountsProblem

  return (
    <EmptyState icon={Building2} title="Choose an account" headingLevel={1}>
      <p>
        {ownTokenName(session?.hasSignIn)} can’t list accounts. Open one by its ID at the top, or{' '}
        {session?.hasSignIn ? 'sign in to it.' : 'start the server with CLOUDFLARE_ACCOUNT_ID.'}
      </p>
      {problem && (
        <Note tone="caution" title="Couldn’t list accounts">
          <p>
            {problem.code && `${problem.code}: `}
            {problem.message}
          </p>
        </Note>
      )}
    </EmptyState>
  )
}

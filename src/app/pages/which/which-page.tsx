import { useQuery } from '@tanstack/react-query'
import { lastAccountId } from '#app/parts/last-account.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { AskedRequests } from './asked-requests.tsx'

/** Which permissions the requests of a pasted text need, and the smallest set for all of them. */
export function WhichPage() {
  const [{ account, call }] = usePageSearch('/which')
  const { data: session } = useQuery(sessionQuery(account ?? lastAccountId()))
  const accountId = account ?? lastAccountId() ?? session?.accounts[0]?.id ?? ''

  return (
    <>
      <PageHeader
        title="Which permission do I need?"
        description="Paste a command, a log or an error to get the smallest set of permissions."
      />
      {/* Another account answers for the same text. */}
      <AskedRequests key={call} accountId={accountId} call={call} />
    </>
  )
}

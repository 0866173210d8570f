import { useQuery } from '@tanstack/react-query'
import { lastAccountId } from '#app/parts/last-account.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { Columns } from '#app/ui/columns.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { OwnCredentialSection } from './own-credential-section.tsx'
import { VerifyForm } from './verify-form.tsx'

export function VerifyPage() {
  const [{ account }] = usePageSearch('/verify')
  const { data: session, isPending } = useQuery(sessionQuery(account ?? lastAccountId()))
  const accountId = account ?? lastAccountId() ?? session?.accounts[0]?.id ?? ''

  return (
    <>
      <PageHeader title="Verify token" description="Paste a token to check if it works and which one it is." />
      <Columns
        main={
          // A new account resets the form: nothing typed for one account is sent to another.
          <VerifyForm key={account ?? ''} accountId={accountId} isWaiting={isPending} />
        }
        aside={accountId && <OwnCredentialSection key={accountId} accountId={accountId} />}
      />
    </>
  )
}
